/**
 * Length of the shortest beginning of `text` that is within `limit` edits of `typed`, or -1. Both are given as lists of
 * characters or bytes.
 */
export function nearPrefix(
  typed: readonly string[],
  text: readonly string[],
  { limit, transpositions }: { readonly limit: number; readonly transpositions: boolean },
): number {
  let twoBefore: number[] = [];
  let before = typed.map((_, at) => at).concat(typed.length);
  if (typed.length <= limit) return 0;
  for (let row = 1; row <= text.length; row++) {
    const current = [row];
    for (let at = 1; at <= typed.length; at++) {
      const replaced = (before[at - 1] ?? 0) + (typed[at - 1] === text[row - 1] ? 0 : 1);
      let cost = Math.min(replaced, (before[at] ?? 0) + 1, (current[at - 1] ?? 0) + 1);
      const swapped = row > 1 && at > 1 && typed[at - 1] === text[row - 2] && typed[at - 2] === text[row - 1];
      if (transpositions && swapped) cost = Math.min(cost, (twoBefore[at - 2] ?? 0) + 1);
      current[at] = cost;
    }
    if ((current[typed.length] ?? limit + 1) <= limit) return row;
    if (Math.min(...current) > limit) return -1;
    twoBefore = before;
    before = current;
  }
  return -1;
}
