/** What can be done to what an engine says. What is said to it always passes. */
export type DisturbanceKind = 'latency' | 'jitter' | 'black-hole' | 'reset' | 'slow-bytes';

export interface Disturbance {
  readonly kind: DisturbanceKind;
  /** How late (`latency`), how late at most (`jitter`), or between two pieces (`slow-bytes`); else not read. */
  readonly ms: number;
  /** Happens to this part of all answers; from 0 to 1. */
  readonly probability: number;
  /** Lifts it when aborted; what it held back goes on at once. */
  readonly until: AbortSignal;
  /** Called for each answer that it happens to: for each time that bytes, or an end, come from the engine. */
  readonly fired: () => void;
}

/** The longest that a timer can be told. */
const FOR_EVER_MS = 2 ** 31 - 1;

/** For how long, from its arrival, an answer is held back. */
export function holdsFor({ kind, ms }: Pick<Disturbance, 'kind' | 'ms'>, chance: number): number {
  switch (kind) {
    case 'latency':
      return Math.min(ms, FOR_EVER_MS);
    case 'jitter':
      return Math.min(ms, FOR_EVER_MS) * chance;
    case 'black-hole':
      return FOR_EVER_MS;
    default:
      return 0;
  }
}
