/** One attempt at something that must happen once: the key goes with it until it is answered. */
export interface Attempt {
  /** What is attempted, to the letter. The same key with another body would be refused. */
  readonly input: string;
  readonly key: string;
}

/** Goes on with the attempt that is open if it is the same one; anything else is a new attempt with a new key. */
export function attemptFor(open: Attempt | null, input: string, newKey: () => string): Attempt {
  return open?.input === input ? open : { input, key: newKey() };
}

/** Reads what a reload left behind; anything else is no attempt. */
export function readAttempt(stored: string | null): Attempt | null {
  if (stored === null) return null;
  try {
    const value = JSON.parse(stored) as Partial<Attempt> | null;
    return typeof value?.input === 'string' && typeof value.key === 'string'
      ? { input: value.input, key: value.key }
      : null;
  } catch {
    return null; // not ours: a new attempt is made, which asks for nothing twice
  }
}
