import type { AnyMessage, MessageData } from '@evenkeel/contracts';
import type { Attempt, Origin, Refund } from '../../attempt.js';
import type { Heard, PaymentItem } from '../../inputs.js';
import type { Drawer } from './drawer.js';
import type { EventDraft } from './news.js';

/** An event that a batch tells, and the item that caused it. */
export interface Said extends EventDraft {
  readonly cause: PaymentItem;
  /** Of the attempt or refund, when the bank's word is what caused it. */
  readonly origin: Origin | null;
}

/** What the bank is to be asked once the batch is committed. */
export type Call =
  | { readonly type: 'ask'; readonly attempt: Attempt }
  | { readonly type: 'refund'; readonly refund: Refund };

/** What a batch comes to beside the rows that it changes, gathered while it is decided. */
export class Outcome {
  readonly said: Said[] = [];
  readonly calls: Call[] = [];
  readonly heard: { readonly item: PaymentItem; readonly heard: Heard }[] = [];
  /** The bank says what cannot be true together with what it said before. */
  readonly contradictions: { readonly attempt: Attempt; readonly what: string }[] = [];

  say<D extends AnyMessage>(
    definition: D,
    subject: {
      readonly aggregateId: string;
      readonly aggregateVersion: number;
      readonly data: MessageData<D>;
    },
    cause: PaymentItem,
  ): void {
    this.said.push({ definition, subject: subject as EventDraft['subject'], cause, origin: null });
  }

  /** The bank's word goes on under the origin of what it is about. */
  sayOf(draft: EventDraft, cause: PaymentItem, { origin }: Attempt | Refund): void {
    this.said.push({ ...draft, cause, origin });
  }
}

/** What a step may look at and change. */
export interface Surroundings {
  readonly drawer: Drawer;
  readonly outcome: Outcome;
  /** By the database's clock. */
  readonly at: string;
}
