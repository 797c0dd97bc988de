import { type ActionInput, type ActionOutput, searchProducts } from '@evenkeel/contracts';
import type { Clock } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import { freshMap } from './fresh-map.js';

export type SearchInput = ActionInput<typeof searchProducts>;
export type SearchResult = ActionOutput<typeof searchProducts>;
export type Search = (input: SearchInput) => Promise<SearchResult>;

const KEPT = { searches: 500, ms: 1_000 } as const;

/** Searches; those that everybody makes at the same time, such as the rows of the front page, are made once a second. */
export function createSearchDesk(call: House['call'], clock: Clock): Search {
  const running = freshMap<string, Promise<SearchResult>>(KEPT.searches, KEPT.ms, clock);
  return (input) => {
    const key = JSON.stringify(input);
    const known = running.get(key);
    if (known) return known;
    const result = call(searchProducts, input);
    running.set(key, result);
    // A failure is for those who waited for it; the next one asks again.
    result.catch(() => running.delete(key));
    return result;
  };
}
