import { storedList } from '../app/stored-list.js';

const MOST = 7;
const seen = storedList('evenkeel.seen');

/** Slugs of the products that were opened last, newest first. */
export const useSeen = seen.use;

/** The newest first, each once, a handful in all. */
export function withNewest(before: readonly string[], slug: string): readonly string[] {
  return [slug, ...before.filter((name) => name !== slug)].slice(0, MOST);
}

export function noteSeen(slug: string): void {
  const before = seen.read();
  if (before[0] !== slug) seen.write(withNewest(before, slug));
}
