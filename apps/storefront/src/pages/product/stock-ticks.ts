export interface Ticks {
  readonly free: number;
  readonly held: number;
  readonly gone: number;
}

const SHOWN = 12;

/** One tick a piece: what is free, what is held for other orders, and the rest of the row empty. */
export function stockTicks(left: number, held: number): Ticks {
  const free = Math.min(Math.max(0, left), SHOWN);
  const waiting = Math.min(Math.max(0, held), SHOWN - free);
  return { free, held: waiting, gone: SHOWN - free - waiting };
}
