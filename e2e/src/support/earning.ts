import { pointsEarned } from '@evenkeel/contracts';
import { type CustomerId, newId, type OrderId } from '@evenkeel/kernel';
import { databaseUrl, openDatabase } from '@evenkeel/postgres';
import { sayAs } from './say-as.js';

/** All money that can be counted: as points for an order it is more than finance can book. */
export const UNBOOKABLE = Number.MAX_SAFE_INTEGER;

/** Points that somebody earned by an order. */
export interface Earning {
  readonly orderId: OrderId;
  readonly earned: number;
}

/**
 * Has loyalty say that customers of its own earned points by orders; returns the ids of the messages. Their wallets are
 * there, and empty, so that whoever follows loyalty agrees with it.
 */
export async function sayEarned(postgres: string, earnings: readonly Earning[]): Promise<readonly string[]> {
  const wallet = { available: 0, frozen: 0, version: 1, entries: [] };
  const told = earnings.map((earning) => ({ ...earning, customerId: newId<CustomerId>() }));
  await openAccounts(
    postgres,
    told.map(({ customerId }) => customerId),
  );
  return sayAs(
    postgres,
    pointsEarned,
    told.map(({ orderId, customerId, earned }) => ({
      aggregateId: orderId,
      aggregateVersion: 1,
      data: { orderId, customerId, spent: 0, earned, currency: 'CNY' as const, wallet },
    })),
  );
}

async function openAccounts(postgres: string, customerIds: readonly CustomerId[]): Promise<void> {
  const db = openDatabase({ url: databaseUrl(postgres, pointsEarned.owner), max: 1 });
  try {
    await db.query({
      text: 'insert into accounts (customer_id, available, frozen, version) select id, 0, 0, 1 from unnest($1::uuid[]) id',
      values: [customerIds],
    });
  } finally {
    await db.close();
  }
}
