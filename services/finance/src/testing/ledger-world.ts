import {
  orderPaid,
  orderRefunded,
  paymentAmountMismatched,
  paymentCaptured,
  paymentRefunded,
  pointsEarned,
  pointsGranted,
  pointsReversed,
} from '@evenkeel/contracts';
import {
  type AttemptId,
  type CommandId,
  type Currency,
  type CustomerId,
  newId,
  type RefundId,
} from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import { newOrderId, orderFactsOf, type ServiceInstance } from '@evenkeel/testing';
import { Names, type Players, REFUSED, rowsInStory, sorted, type World } from '@evenkeel/testing/model';
import {
  CURRENCIES,
  FEE,
  type JournalView,
  type LedgerMessage,
  LedgerModel,
  PRICE,
  TAKEN_BY_MISTAKE,
} from './ledger-model.js';

const at = '2026-01-01T00:00:00.000Z';
const customerId = newId<CustomerId>();
const wallet = { available: 0, frozen: 0, version: 1, entries: [] };

/** Two orders in two currencies that no other story knows, in the database of two processes. */
export function ledgerWorld(db: Database, players: Players): World<LedgerMessage> {
  const orders = new Names(Object.keys(CURRENCIES), newOrderId);
  const said = new Set<CommandId>();

  async function deliver(to: ServiceInstance, message: LedgerMessage, id: CommandId): Promise<unknown> {
    said.add(id);
    try {
      await put(to, message, id);
      return undefined;
    } catch (error) {
      // What must be refused; any other failure is one of the test.
      if (/journals_one_|is off by|append-only/.test(String(error))) return REFUSED;
      throw error;
    }
  }

  async function put(to: ServiceInstance, message: LedgerMessage, id: CommandId): Promise<unknown> {
    if (message.say === 'tamper') return db.query({ text: message.sql });
    if (message.say === 'granted') {
      const { points } = message;
      return to.deliver(pointsGranted, { customerId, points, reason: 'welcome', wallet }, id);
    }
    const orderId = orders.id(message.order);
    const currency = CURRENCIES[message.order] as Currency;
    const money = (minor: number) => ({ minor, currency });
    const of = { orderId, attemptId: newId<AttemptId>(), bankReference: 'b' };
    const price = { ...PRICE, currency, pointsSpent: 0, pointsToEarn: 0 };
    const facts = { ...orderFactsOf({ orderId, customerId, lines: [] }), price };
    switch (message.say) {
      case 'captured': {
        const captured = { amount: money(PRICE.total), fee: money(FEE), capturedAt: at };
        return to.deliver(paymentCaptured, { ...of, ...captured }, id);
      }
      case 'mismatched': {
        const taken = { expected: money(PRICE.total), taken: money(TAKEN_BY_MISTAKE), fee: money(0) };
        return to.deliver(paymentAmountMismatched, { ...of, ...taken }, id);
      }
      case 'bank-refunded': {
        const { ofMismatch } = message;
        const amount = money(ofMismatch ? TAKEN_BY_MISTAKE : PRICE.total);
        return to.deliver(paymentRefunded, { ...of, refundId: newId<RefundId>(), amount, ofMismatch }, id);
      }
      case 'paid': {
        const paid = { round: 1, attemptId: null, captured: money(message.captured), paidAt: at };
        return to.deliver(orderPaid, { ...facts, ...paid }, id);
      }
      case 'refunded': {
        const { wasPaid, shortfall } = message;
        const refunded = { captured: money(PRICE.total), refunded: money(PRICE.total - shortfall) };
        const short = { shortfallPoints: 0, shortfall: money(shortfall) };
        return to.deliver(orderRefunded, { ...facts, wasPaid, ...refunded, ...short }, id);
      }
      case 'earned': {
        const earned = { spent: 0, earned: message.points, currency, wallet };
        return to.deliver(pointsEarned, { orderId, customerId, ...earned }, id);
      }
      case 'reversed': {
        const reversed = { returned: 0, takenBack: message.points, shortfall: 0, currency, wallet };
        return to.deliver(pointsReversed, { orderId, customerId, ...reversed }, id);
      }
    }
  }

  async function look(): Promise<JournalView[]> {
    const rows = await rowsInStory<JournalView>(db, [orders], {
      cells: `order_id::text, kind, currency, (
  select json_agg(json_build_array(account, amount)) from entries e where e.journal_id = j.id)`,
      from: 'journals j where source_event_id = any($1::uuid[])',
      values: [[...said]],
    });
    return sorted(
      rows.map(([order, kind, currency, entries]) => [order, kind, currency, sorted(entries)] as const),
    );
  }

  return { model: new LedgerModel(), players, deliver, look };
}
