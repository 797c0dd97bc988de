/**
 * A state from which nothing but deliveries leads round in a circle, or null. `onward` has for each state the one that
 * its next delivery leads to, and -1 where nothing is on its way.
 */
export function findCircle(onward: readonly number[]): number | null {
  const ends = new Set<number>();
  for (let from = 0; from < onward.length; from += 1) {
    const way = new Set<number>();
    for (let at = from; at >= 0 && !ends.has(at); at = onward[at] ?? -1) {
      if (way.has(at)) return at;
      way.add(at);
    }
    for (const passed of way) ends.add(passed);
  }
  return null;
}
