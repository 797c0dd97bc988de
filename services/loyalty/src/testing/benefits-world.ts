import {
  customerRegistered,
  holdBenefits,
  orderPaid,
  orderRefunding,
  releaseBenefits,
} from '@evenkeel/contracts';
import { type CommandId, type CustomerId, newId, type OrderId } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import { newOrderId, orderFactsOf, type ServiceInstance } from '@evenkeel/testing';
import { Names, type Player, rowsInStory, type World } from '@evenkeel/testing/model';
import { upsertCoupons } from '../store/coupon-store.js';
import {
  type BenefitsMessage,
  BenefitsModel,
  type BenefitsView,
  EARNED,
  SPENT,
  USE_LIMIT,
} from './benefits-model.js';

/** Who the orders of a story belong to. */
export const OWNERS: Readonly<Record<string, string>> = { one: 'mara', two: 'mara', three: 'wen' };
export const CUSTOMERS = ['mara', 'wen'] as const;

const at = '2026-01-01T00:00:00.000Z';
const captured = { minor: 1_000, currency: 'USD' } as const;

/** Two new customers, three orders and a coupon that no other story knows, in the database of two processes. */
export async function benefitsWorld(
  db: Database,
  players: readonly [Player, Player],
): Promise<World<BenefitsMessage>> {
  const customers = new Names(CUSTOMERS, () => newId<CustomerId>());
  const orders = new Names(Object.keys(OWNERS), newOrderId);
  const code = `C${newOrderId()}`;
  const terms = { code, title: { en: 'c', zh: 'c' }, percentOff: 5, minimum: { CNY: 0, USD: 0 } };
  await db.query(upsertCoupons([{ ...terms, useLimit: USE_LIMIT, expiresAt: null }], 1));

  const about = (order: string) => ({
    orderId: orders.id(order),
    customerId: customers.id(OWNERS[order] ?? ''),
  });
  const facts = (order: string) => {
    const of = orderFactsOf({ ...about(order), shopperKind: 'customer', lines: [] });
    return { ...of, price: { ...of.price, pointsSpent: SPENT, pointsToEarn: EARNED } };
  };

  function deliver(to: ServiceInstance, message: BenefitsMessage, id: CommandId): Promise<void> {
    switch (message.say) {
      case 'registered': {
        const customerId = customers.id(message.customer);
        return to.deliver(customerRegistered, { customerId, name: 'Mara', locale: 'en', at }, id);
      }
      case 'hold': {
        const { round, points } = message;
        const coupon = message.coupon ? code : null;
        return to.deliver(holdBenefits, { ...about(message.order), round, points, coupon }, id);
      }
      case 'release':
        return to.deliver(releaseBenefits, { ...about(message.order), round: message.round }, id);
      case 'paid': {
        const { round } = message;
        return to.deliver(
          orderPaid,
          { ...facts(message.order), round, attemptId: null, captured, paidAt: at },
          id,
        );
      }
      case 'refunding': {
        const refund = { round: 1, wasPaid: true, captured, reason: 'requested' } as const;
        return to.deliver(orderRefunding, { ...facts(message.order), ...refund }, id);
      }
    }
  }

  await Promise.all(
    CUSTOMERS.map((customer) =>
      deliver(players[0].instance, { say: 'registered', customer }, newId<CommandId>()),
    ),
  );
  const model = new BenefitsModel(OWNERS);
  for (const customer of CUSTOMERS) model.take({ say: 'registered', customer });
  return { model, players, deliver, look: () => lookAt(db, { customers, orders, code }) };
}

interface Known {
  readonly customers: Names<CustomerId>;
  readonly orders: Names<OrderId>;
  readonly code: string;
}

async function lookAt(db: Database, { customers, orders, code }: Known): Promise<BenefitsView> {
  const names = [customers, orders];
  const [wallets, holds, paid, coupon] = await Promise.all([
    rowsInStory<BenefitsView['wallets'][number]>(db, names, {
      cells: `customer_id, available,
  (select coalesce(sum(points), 0) from entries e where e.customer_id = a.customer_id), frozen, version`,
      from: 'accounts a where customer_id = any($1::uuid[])',
      values: [customers.ids],
    }),
    rowsInStory<BenefitsView['holds'][number]>(db, names, {
      cells: 'order_id::text, round, points, coupon is not null, status',
      from: 'holds where order_id = any($1::bigint[])',
      values: [orders.ids],
    }),
    rowsInStory<BenefitsView['paid'][number]>(db, names, {
      cells: 'order_id::text, spent, earned, reversed, returned, taken_back, shortfall',
      from: 'order_points where order_id = any($1::bigint[])',
      values: [orders.ids],
    }),
    rowsInStory<BenefitsView['coupon'][number]>(db, names, {
      cells: 'uses, (select count(*) from coupon_uses u where u.code = c.code and open)',
      from: 'coupons c where code = $1',
      values: [code],
    }),
  ]);
  return { wallets, holds, paid, coupon };
}
