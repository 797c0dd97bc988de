/** What a decision may know beside the order and the input. */
export interface Timing {
  /** The database's clock. */
  readonly now: Date;
  readonly payWithinSeconds: number;
  /** An attempt so close to pay-by could not be answered in time and is refused. */
  readonly lastCallSeconds: number;
}

const FIRST_REPEAT_SECONDS = 15;
const LONGEST_REPEAT_SECONDS = 300;

export const inSeconds = (now: Date, seconds: number): string =>
  new Date(now.getTime() + seconds * 1_000).toISOString();

/** When the sweeper repeats a step that nobody answered: later and later, for ever. */
export const repeatAt = (now: Date, attempts: number): string =>
  inSeconds(now, Math.min(LONGEST_REPEAT_SECONDS, FIRST_REPEAT_SECONDS * 2 ** attempts));

/** The earlier of two instants. */
export const earlier = (a: string, b: string | null): string => (b !== null && b < a ? b : a);
