import type { Attempt } from '../../attempt.js';

type Asking = Pick<Attempt, 'state' | 'wantsVoid' | 'token'>;
export type Question = 'charge' | 'query' | 'void';

/** What the bank is asked about an attempt that it has not decided. */
export function questionFor({ state, wantsVoid, token }: Asking): Question {
  if (wantsVoid) return 'void';
  // Never asked, or not known to have been: under the same key it is charged once all the same.
  return state === 'initiated' && token !== null ? 'charge' : 'query';
}

/**
 * "Not found" is not an answer, since the first request may still be on its way (decisions.md 7): it is sent again
 * under the same key. What cannot be sent again is closed, so that the bank refuses it when it arrives.
 */
export const afterNotFound = ({ token }: Asking): Question => (token === null ? 'void' : 'charge');
