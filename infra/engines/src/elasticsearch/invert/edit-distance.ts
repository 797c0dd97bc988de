/**
 * Edits between two texts: a character put in, taken out, replaced or, where allowed, swapped with its neighbour.
 * Answers `limit + 1` as soon as more than `limit` are certain.
 */
export function editDistance(
  left: readonly string[],
  right: readonly string[],
  { limit, transpositions }: { readonly limit: number; readonly transpositions: boolean },
): number {
  const beyond = limit + 1;
  if (Math.abs(left.length - right.length) > limit) return beyond;
  let twoAbove: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column++) {
      const replaced = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      let cost = Math.min(replaced, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const swapped =
        transpositions &&
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return beyond;
    twoAbove = above;
    above = current;
  }
  return Math.min(above[right.length] ?? beyond, beyond);
}

/** Edits allowed by `AUTO`, `AUTO:low,high` or a number; `undefined` if it cannot be read. */
export function allowedEdits(fuzziness: string | number, term: string): number | undefined {
  if (/^[012]$/.test(String(fuzziness))) return Number(fuzziness);
  const auto = /^AUTO(?::(\d+),(\d+))?$/i.exec(String(fuzziness));
  if (!auto) return undefined;
  const length = [...term].length;
  if (length < Number(auto[1] ?? 3)) return 0;
  return length < Number(auto[2] ?? 6) ? 1 : 2;
}
