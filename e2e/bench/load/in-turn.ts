import { counting } from '../progress.js';

/** Does something so many times, a few at once, and counts along; the results in the order in which they came. */
export async function inTurn<Result>(
  { what, count, atOnce }: { readonly what: string; readonly count: number; readonly atOnce: number },
  make: () => Promise<Result>,
): Promise<Result[]> {
  const made = counting(what, count);
  const results: Result[] = [];
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      results.push(await make());
      made();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}
