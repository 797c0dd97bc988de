/** Where time comes in. Expiry is judged by the database's clock; this one stamps what happened and paces work. */
export interface Clock {
  /** Milliseconds since the epoch; may step backwards when the machine's clock is corrected. */
  now(): number;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => Date.now() };

/** A clock that moves only when told to. */
export function manualClock(startAt = Date.UTC(2026, 0, 1)): Clock & { advance(ms: number): void } {
  let at = startAt;
  return {
    now: () => at,
    advance: (ms) => {
      at += ms;
    },
  };
}

/** The instant as ISO 8601 in UTC with milliseconds, the one form that envelopes and contracts carry. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
