import { storedList } from '../app/stored-list.js';

const kept = storedList('evenkeel.favourites');

/** Slugs of the things this browser keeps, newest first. */
export const useFavourites = kept.use;

export function toggleFavourite(slug: string): void {
  const before = kept.read();
  kept.write(before.includes(slug) ? before.filter((name) => name !== slug) : [slug, ...before]);
}
