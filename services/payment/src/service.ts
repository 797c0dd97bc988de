import {
  type ActionOutput,
  defineGetCommands,
  listPayments,
  listRefunds,
  receiveCallback,
} from '@evenkeel/contracts';
import { getCommandOutcomes, type Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from '@evenkeel/runtime';
import { bankSpoke } from './features/move-attempts/inputs.js';
import type { callbackReader } from './features/receive-callback/receive-callback.js';
import { type AttemptRow, selectAttemptsBefore, toAttempt } from './store/attempt-store.js';
import { type RefundRow, selectRefundsAfter, toRefund } from './store/refund-store.js';

interface Parts {
  readonly db: Database;
  readonly messaging: Messaging;
  readonly readCallback: ReturnType<typeof callbackReader>;
}

/** The actions of the payment service. */
export const paymentActions = ({ db, messaging, readCallback }: Parts): ServedAction[] => [
  action(receiveCallback, async ({ headers, body }): Promise<ActionOutput<typeof receiveCallback>> => {
    const callback = readCallback(headers, body);
    if (callback.kind === 'refused') return { outcome: 'refused', why: callback.why };
    const { webhookId, attemptId, statement } = callback;
    const heard = await messaging.tell(bankSpoke, { attemptId, statement, webhookId });
    return { outcome: heard === 'known' ? 'known' : 'accepted', why: null };
  }),
  action(listPayments, async ({ first, after, state, orderId }) => {
    const [at, id] = after?.split('|') ?? [];
    const only = { state: state ?? null, orderId: orderId ?? null };
    const rows = await db.query<AttemptRow>(selectAttemptsBefore(at && id ? { at, id } : null, first, only));
    const last = rows[rows.length - 1];
    return {
      items: rows.map(toItem),
      next: rows.length === first && last ? `${last.opened_at.toISOString()}|${last.id}` : null,
    };
  }),
  action(listRefunds, async ({ first, after, orderId }) => {
    const rows = await db.query<RefundRow>(selectRefundsAfter(after ?? null, first, orderId ?? null));
    return {
      items: rows.map((row) => {
        const { refundId, attemptId, orderId: order, amount, state } = toRefund(row);
        return { refundId, attemptId, orderId: order, amount, state, at: row.at.toISOString() };
      }),
      next: rows.length === first ? (rows[rows.length - 1]?.id ?? null) : null,
    };
  }),
  action(defineGetCommands('payment'), ({ commandIds }) => getCommandOutcomes(db, commandIds)),
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
