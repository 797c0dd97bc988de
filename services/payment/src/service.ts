import {
  type ActionOutput,
  getPaymentVitals,
  listDoubts,
  listOrderPartsOfPayment,
  listPayments,
  listRefunds,
  type PaymentPart,
  type PaymentVitals,
  pageFrom,
  receiveCallback,
} from '@evenkeel/contracts';
import type { Messaging, MessagingContext } from '@evenkeel/messaging';
import { type Database, theOne } from '@evenkeel/postgres';
import { action, deadLetterActions, messagingActions, type ServedAction } from '@evenkeel/runtime';
import type { Bank } from './bank/bank.js';
import type { callbackReader } from './bank/callback.js';
import { askBankAgainAction } from './features/ask-bank/ask-again.handler.js';
import { bankSpoke, type Heard } from './inputs.js';
import { settlementActions } from './settlement-actions.js';
import {
  type AttemptRow,
  type DoubtRow,
  selectAttemptsBefore,
  selectDoubtsAfter,
  toAttempt,
} from './store/attempt-store.js';
import { selectParts } from './store/parts-store.js';
import { type RefundRow, selectRefundsAfter, toRefund } from './store/refund-store.js';
import { selectVitals } from './store/vitals-store.js';

interface Parts {
  readonly context: Pick<MessagingContext, 'log' | 'meter'>;
  readonly db: Database;
  readonly messaging: Messaging;
  readonly readCallback: ReturnType<typeof callbackReader>;
  readonly bank: Bank;
}

/** The actions of the payment service. */
export const paymentActions = ({ context, db, messaging, readCallback, bank }: Parts): ServedAction[] => [
  action(receiveCallback, async ({ headers, body }): Promise<ActionOutput<typeof receiveCallback>> => {
    const callback = readCallback(headers, body);
    const heard =
      callback.kind === 'refused'
        ? ({ outcome: 'refused', why: callback.why } as const)
        : ((await messaging.tell(bankSpoke, callback.spoken)) as Heard);
    context.meter.count('bank_callbacks_total', { outcome: heard.outcome });
    if (heard.outcome === 'refused')
      context.log.warn({ why: heard.why, webhookId: headers['webhook-id'] }, 'A callback was refused');
    return heard;
  }),
  action(listPayments, async ({ first, after, state, orderId }) => {
    const [order, id] = after?.split('/') ?? [];
    const before = order && id ? { orderId: order, id } : null;
    const only = { state: state ?? null, orderId: orderId ?? null };
    const rows = await db.query<AttemptRow>(selectAttemptsBefore(before, first + 1, only));
    return pageFrom(rows, first, { cursor: (row) => `${row.order_id}/${row.id}`, item: toItem });
  }),
  action(listDoubts, async ({ first, after }) => {
    const rows = await db.query<DoubtRow>(selectDoubtsAfter(after ?? null, first + 1));
    return pageFrom(rows, first, {
      cursor: (row) => row.attemptId,
      item: (row) => ({ ...row, since: row.since.toISOString() }),
    });
  }),
  action(listRefunds, async ({ first, after, orderId }) => {
    const rows = await db.query<RefundRow>(selectRefundsAfter(after ?? null, first + 1, orderId ?? null));
    return pageFrom(rows, first, {
      cursor: (row) => row.seq,
      item(row) {
        const { refundId, attemptId, orderId: order, amount, state } = toRefund(row);
        return { refundId, attemptId, orderId: order, amount, state, at: row.at.toISOString() };
      },
    });
  }),
  action(getPaymentVitals, () => theOne<PaymentVitals>(db, selectVitals)),
  ...settlementActions(db, bank),
  askBankAgainAction({ db, messaging, bank }),
  action(listOrderPartsOfPayment, async ({ first, after, upTo }) => {
    const rows = await db.query<PaymentPart>(selectParts(after ?? null, upTo ?? null, first + 1));
    return pageFrom(rows, first, { cursor: (row) => row.orderId, item: (row) => row });
  }),
  ...messagingActions('payment', db),
  ...deadLetterActions('payment', messaging.deadLetters),
];

function toItem(row: AttemptRow): ActionOutput<typeof listPayments>['items'][number] {
  const { attemptId, orderId, state, amount, taken, refunded, bankReference, queries, version } =
    toAttempt(row);
  return {
    attemptId,
    orderId,
    state,
    amount,
    captured: taken,
    refunded: refunded > 0 ? { minor: refunded, currency: taken?.currency ?? amount.currency } : null,
    bankReference,
    queries,
    nextQueryAt: row.next_query_at?.toISOString() ?? null,
    openedAt: row.opened_at.toISOString(),
    version,
  };
}
