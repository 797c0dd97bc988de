import type { AnyMessage, MessageData } from '@evenkeel/contracts';
import { type Round, roundKey } from '../../reservation.js';

/** An event that a decision wants told, before it has an envelope. */
export interface Said {
  readonly definition: AnyMessage;
  readonly aggregateId: string;
  readonly aggregateVersion: number;
  readonly data: unknown;
}

/** Which way an input took; the rare ones are counted, so that a run under faults can show that it took them. */
export type Path =
  | 'granted'
  | 'refused'
  | 'try-repeated'
  | 'try-after-cancel'
  | 'try-after-refund'
  | 'released'
  | 'cancel-before-try'
  | 'cancel-of-nothing'
  | 'cancel-after-sale'
  | 'expired'
  | 'expiry-too-late'
  | 'confirmed'
  | 'confirm-repeated'
  | 'confirm-refused'
  | 'confirm-after-refund'
  | 'returned'
  | 'refund-before-sale'
  | 'refund-repeated'
  | 'supplied'
  | 'adjusted'
  | 'adjustment-refused'
  | 'adjustment-replayed';

/** What one input comes to. */
export interface Verdict {
  readonly path: Path;
  readonly said: readonly Said[];
}

/** An answer about one round: the round's version is the event's. */
export const saidOf = <D extends AnyMessage>(definition: D, round: Round, data: MessageData<D>): Said => ({
  definition,
  aggregateId: roundKey(round),
  aggregateVersion: round.version,
  data: data as unknown,
});
