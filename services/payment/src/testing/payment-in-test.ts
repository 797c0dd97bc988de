import {
  type ActionOutput,
  type AnyAction,
  type AnyMessage,
  type MessageData,
  openPayment,
  receiveCallback,
  refundPayment,
  voidPayment,
} from '@evenkeel/contracts';
import type { AttemptId, Cause, Envelope, Money, OrderId, RefundId } from '@evenkeel/kernel';
import { type CommandId, newId } from '@evenkeel/kernel';
import { openDatabase } from '@evenkeel/postgres';
import { actionContextOf, emitted, fakeHouse, newOrderId, type ThrowAwayDatabase } from '@evenkeel/testing';
import { startPayment } from '../payment.js';
import { KEYS } from './bank-process.js';
import type { ShopDoor } from './shop-door.js';

export const AMOUNT: Money = { minor: 12_900, currency: 'CNY' };
export const TIMEOUT_MS = 1_000;

/** An instance of the payment service with the real bank behind it, and commands put straight into its lane. */
export type PaymentInTest = Awaited<ReturnType<typeof paymentInTest>>;

export async function paymentInTest(database: ThrowAwayDatabase, bankUrl: string, door: ShopDoor) {
  const house = await fakeHouse('payment');
  const db = openDatabase({ url: database.url, onIdleError: () => undefined });
  house.onStop('postgres', () => db.close());
  const { messaging, actions } = await startPayment(house, {
    db,
    databaseUrl: database.url,
    // Commands are put into the lane by hand, so that tests that share a broker do not meet.
    subscriptions: [],
    bank: {
      url: bankUrl,
      shopSecret: KEYS.BANK_SIGNING_SHOP_SECRET,
      bankSecret: KEYS.BANK_SIGNING_BANK_SECRET,
      connections: 16,
      timeoutMs: TIMEOUT_MS,
    },
    webhookSecret: KEYS.BANK_SIGNING_WEBHOOK_SECRET,
    askEveryMs: 100,
  });

  async function run<A extends AnyAction>(definition: A, input: unknown): Promise<ActionOutput<A>> {
    const served = actions.find((one) => one.definition.name === definition.name);
    if (!served) throw new Error(`${definition.name} is not served`);
    const caller = { sub: newId(), kind: 'operator', locale: 'en', currency: 'USD', sid: 's' } as never;
    return (await served.run(input, actionContextOf(caller))) as ActionOutput<A>;
  }
  const deliver = async <D extends AnyMessage>(definition: D, data: MessageData<D>, cause?: Cause) => {
    await messaging.tell({ kind: 'local', type: definition.type }, data as unknown, {
      id: newId<CommandId>(),
      ...(cause ? { cause } : {}),
    });
  };
  const take = (callback: { headers: Record<string, string>; body: string }) =>
    run(receiveCallback, callback);
  door.takes = async (callback) => (await take(callback)).outcome;

  return {
    house,
    run,
    take,
    /** Opens an attempt for a new order, or for one that is given. */
    async open(
      token: string,
      orderId: OrderId = newOrderId(),
      attemptId = newId<AttemptId>(),
      cause?: Cause,
    ) {
      await deliver(openPayment, { orderId, attemptId, amount: AMOUNT, token }, cause);
      return { orderId, attemptId };
    },
    close: (of: { orderId: OrderId; attemptId: AttemptId }) => deliver(voidPayment, of),
    refund: (of: { orderId: OrderId; attemptId: AttemptId }, refundId: RefundId, amount = AMOUNT) =>
      deliver(refundPayment, { ...of, refundId, amount, reason: 'requested' }),
    /** Everything that was said about an attempt, in order. */
    said: async ({ attemptId }: { attemptId: AttemptId }): Promise<Envelope[]> =>
      (await emitted(database.db)).filter(
        (event) => (event.data as { attemptId: string }).attemptId === attemptId,
      ),
    async stop() {
      door.takes = null;
      await house.stop();
    },
  };
}
