/** For how long a line that was taken out can be put back. */
export const UNDO_MS = 8_000;

export interface RemovedLine {
  readonly sku: string;
  readonly title: string;
  readonly quantity: number;
  /** Its place among the lines, so that it is put back where the eye last saw it. */
  readonly place: number;
  /** When the offer ends, by the clock of the page. */
  readonly until: number;
}

/** Notes a line that was taken out; taking it out twice keeps the newer note. */
export function noteRemoved(
  removed: readonly RemovedLine[],
  line: Omit<RemovedLine, 'until'>,
  now: number,
): readonly RemovedLine[] {
  return [...withoutSku(removed, line.sku), { ...line, until: now + UNDO_MS }];
}

/** Leaves out what was put back, in whichever way. */
export function withoutSku(removed: readonly RemovedLine[], sku: string): readonly RemovedLine[] {
  return removed.filter((line) => line.sku !== sku);
}

/** Leaves out the offers that have ended. */
export function stillOffered(removed: readonly RemovedLine[], now: number): readonly RemovedLine[] {
  return removed.filter((line) => line.until > now);
}

export type CartRow<Line> =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'removed'; readonly removed: RemovedLine };

/** The lines of the cart with the removed ones shown at their old places; a line that is back wins. */
export function cartRows<Line extends { readonly sku: string }>(
  lines: readonly Line[],
  removed: readonly RemovedLine[],
): CartRow<Line>[] {
  const there = new Set(lines.map((line) => line.sku));
  const rows: CartRow<Line>[] = lines.map((line) => ({ kind: 'line', line }));
  const gone = removed.filter((line) => !there.has(line.sku)).sort((a, b) => a.place - b.place);
  for (const line of gone)
    rows.splice(Math.min(line.place, rows.length), 0, { kind: 'removed', removed: line });
  return rows;
}
