import { eventually, throwAwayDatabase } from '@evenkeel/testing';
import { bankProcess } from './bank-process.js';
import { type PaymentInTest, paymentInTest } from './payment-in-test.js';
import { ShopDoor } from './shop-door.js';

/** An attempt that a test has opened. */
export type Opened = Awaited<ReturnType<PaymentInTest['open']>>;

interface AttemptRow {
  readonly state: string;
  readonly token: string | null;
  readonly queries: number;
  readonly version: number;
}

/** The payment service and the bank, each on a database of its own, and what a test wants to know of both. */
export type PaymentAndBank = Awaited<ReturnType<typeof paymentAndBank>>;

export async function paymentAndBank() {
  const door = new ShopDoor();
  const [database, bank] = await Promise.all([
    throwAwayDatabase({ migrationsDir: new URL('../../migrations', import.meta.url) }),
    bankProcess(await door.open()),
  ]);
  let payment = await paymentInTest(database, bank.url, door);
  /** What was said of an attempt, in short. */
  const said = async (opened: Opened) =>
    (await payment.said(opened)).map(({ type }) => type.replace('payment.payment-', ''));

  return {
    database,
    bank,
    door,
    /** The instance that is running now. */
    get payment(): PaymentInTest {
      return payment;
    },
    stop: () => payment.stop(),
    async start() {
      payment = await paymentInTest(database, bank.url, door);
    },
    said,
    /** Waits until exactly this was said of an attempt. */
    ends: (opened: Opened, ...wanted: string[]) =>
      eventually(
        async () => {
          const is = await said(opened);
          if (is.join() !== wanted.join()) throw new Error(`Said ${is.join()}, wanted ${wanted.join()}`);
        },
        { withinMs: 20_000 },
      ),
    /** How often the bank took money for an attempt. */
    async chargesOf({ attemptId }: Opened) {
      const text = 'select reference from charges where reference = $1 and taken is not null';
      return (await bank.book.query({ text, values: [attemptId] })).length;
    },
    async rowOf({ attemptId }: Opened) {
      const text = 'select state, token, queries, version from attempts where id = $1';
      const [row] = await database.db.query<AttemptRow>({ text, values: [attemptId] });
      return row;
    },
    async close() {
      await payment.stop();
      await bank.drop();
      await door.close();
      await database.drop();
    },
  };
}
