import { attemptFor, readAttempt } from './attempt.js';

/** The attempt to place an order: it is over where its order is shown. */
export const PLACING = 'place-order';

const name = (what: string) => `evenkeel.attempt.${what}`;

/** The key for this attempt: the one it already has, or a new one. Survives a reload of the tab. */
export function keyFor(what: string, input: unknown): string {
  const stored = readAttempt(sessionStorage.getItem(name(what)));
  const attempt = attemptFor(stored, JSON.stringify(input), () => crypto.randomUUID());
  sessionStorage.setItem(name(what), JSON.stringify(attempt));
  return attempt.key;
}

/** The attempt was answered; whatever comes next is another one. */
export function endAttempt(what: string): void {
  sessionStorage.removeItem(name(what));
}

/** What an attempt that was never answered asked for; null where none is open. */
export function openAttempt<Input>(what: string): Input | null {
  const stored = readAttempt(sessionStorage.getItem(name(what)));
  return stored ? (JSON.parse(stored.input) as Input) : null;
}
