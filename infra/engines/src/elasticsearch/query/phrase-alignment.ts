/** A place where the words of a phrase stand closely enough: first and last position, and how much it counts. */
export interface Alignment {
  readonly first: number;
  readonly last: number;
  readonly weight: number;
}

/** The positions at which one word of a phrase occurs in a document, and where in the phrase it stands. */
export interface Slot {
  readonly offset: number;
  readonly positions: readonly number[];
}

/** All alignments of a phrase in a document; with `slop` 0 the words must stand exactly as in the phrase. */
export function alignments(slots: readonly Slot[], slop: number): Alignment[] {
  return slop === 0 ? exact(slots) : sloppy(slots, slop);
}

function exact(slots: readonly Slot[]): Alignment[] {
  const [lead, ...others] = slots;
  if (!lead) return [];
  const sets = others.map(({ offset, positions }) => ({ offset, positions: new Set(positions) }));
  const length = Math.max(...slots.map((slot) => slot.offset)) - lead.offset;
  return lead.positions
    .filter((at) => sets.every((set) => set.positions.has(at - lead.offset + set.offset)))
    .map((at) => ({ first: at, last: at + length, weight: 1 }));
}

interface Cursor {
  readonly offset: number;
  readonly positions: readonly number[];
  at: number;
}
/** Where the phrase would have to begin for this word to be in its place. */
const origin = (cursor: Cursor) => (cursor.positions[cursor.at] ?? 0) - cursor.offset;

/**
 * Moves the word that lags most, as long as that brings the words closer together; each time it cannot, what was
 * reached counts, the less the further the words are apart.
 */
function sloppy(slots: readonly Slot[], slop: number): Alignment[] {
  const cursors: Cursor[] = slots.map((slot) => ({ ...slot, at: 0 }));
  if (cursors.some((cursor) => cursor.positions.length === 0)) return [];
  const found: Alignment[] = [];
  const lagging = () => cursors.reduce((least, each) => (origin(each) < origin(least) ? each : least));
  let end = Math.max(...cursors.map(origin));
  for (;;) {
    const mover = lagging();
    const next = Math.min(...cursors.filter((each) => each !== mover).map(origin));
    let best = end - origin(mover);
    let reached = snapshot(cursors);
    mover.at++;
    while (mover.at < mover.positions.length && origin(mover) <= next) {
      if (end - origin(mover) < best) {
        best = end - origin(mover);
        reached = snapshot(cursors);
      }
      mover.at++;
    }
    if (best <= slop) found.push({ ...reached, weight: 1 / (1 + best) });
    if (mover.at >= mover.positions.length) return found;
    end = Math.max(end, origin(mover));
  }
}

function snapshot(cursors: readonly Cursor[]) {
  const places = cursors.map((cursor) => cursor.positions[cursor.at] ?? 0);
  return { first: Math.min(...places), last: Math.max(...places) };
}
