import {
  benefitsHeld,
  benefitsRefused,
  benefitsReleased,
  customerRegistered,
  holdBenefits,
  orderPaid,
  orderRefunding,
  pointsEarned,
  pointsGranted,
  pointsReversed,
  releaseBenefits,
} from '@evenkeel/contracts';
import { assertNever, type CustomerId, type EventId, newId, type OrderId } from '@evenkeel/kernel';
import { handles, type ItemOf, type Work } from '@evenkeel/messaging';
import { holdKey } from '../../benefits.js';
import { Book } from '../../book.js';
import {
  type AccountRow,
  type CouponRow,
  closeUses,
  type HoldRow,
  type OrderPointsRow,
  saveBook,
  selectAccounts,
  selectCoupons,
  selectHolds,
  selectOpenUses,
  selectOrderPoints,
  type UseRow,
} from '../../store/benefits-store.js';
import { hold, release } from './hold.js';
import { reverse, settlePaid } from './settle.js';

const inputs = [holdBenefits, releaseBenefits, orderPaid, orderRefunding, customerRegistered] as const;
type BenefitsItem = ItemOf<(typeof inputs)[number]>;

/** Everything that moves points and coupons: loaded once a batch, folded in order of arrival, written once. */
export const moveBenefitsHandler = (welcomePoints: number) =>
  handles(inputs, async (items, work) => {
    const book = await load(work, items);
    const refunds: OrderId[] = [];
    for (const item of items) {
      moveOne(book, item, { work, welcomePoints });
      if (item.type === 'order.order-refunding' && item.data.wasPaid) refunds.push(item.data.orderId);
    }
    for (const statement of saveBook(book)) work.write(statement);
    if (refunds.length > 0) work.write(closeUses(refunds));
  });

async function load(work: Work, items: readonly BenefitsItem[]): Promise<Book> {
  const customers = [...new Set(items.map((item) => item.data.customerId))].sort();
  const orders = [...new Set(items.flatMap((item) => ('orderId' in item.data ? [item.data.orderId] : [])))];
  const codes = items.flatMap((item) =>
    'coupon' in item.data && item.data.coupon ? [item.data.coupon] : [],
  );
  const [accounts, holds, orderPoints, coupons, openUses, clock] = await Promise.all([
    work.query<AccountRow>(selectAccounts(customers)),
    work.query<HoldRow>(selectHolds(orders)),
    work.query<OrderPointsRow>(selectOrderPoints(orders)),
    codes.length > 0 || orders.length > 0 ? work.query<CouponRow>(selectCoupons(codes, orders)) : [],
    codes.length > 0 ? work.query<UseRow>(selectOpenUses(customers)) : [],
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  const at = (clock[0]?.now ?? new Date(0)).toISOString();
  return new Book({ accounts, holds, orderPoints, coupons, openUses }, { newId: () => newId<EventId>(), at });
}

interface Surroundings {
  readonly work: Work;
  readonly welcomePoints: number;
}

function moveOne(book: Book, item: BenefitsItem, { work, welcomePoints }: Surroundings): void {
  switch (item.type) {
    case 'loyalty.hold-benefits': {
      const { orderId, round, customerId } = item.data;
      const answer = hold(book, item.data);
      const subject = { aggregateId: holdKey(orderId, round), aggregateVersion: 1 };
      if (answer.held) {
        work.emit(
          benefitsHeld,
          { ...subject, data: { orderId, round, customerId, wallet: answer.wallet } },
          item,
        );
      } else {
        const { why, available } = answer;
        work.emit(
          benefitsRefused,
          { ...subject, data: { orderId, round, customerId, why, available } },
          item,
        );
      }
      return;
    }
    case 'loyalty.release-benefits': {
      const { orderId, round, customerId } = item.data;
      const { released, wallet } = release(book, item.data);
      if (!released) return;
      const subject = { aggregateId: holdKey(orderId, round), aggregateVersion: 2 };
      work.emit(benefitsReleased, { ...subject, data: { orderId, round, customerId, wallet } }, item);
      return;
    }
    case 'order.order-paid':
      paid(book, item, work);
      return;
    case 'order.order-refunding':
      if (item.data.wasPaid) refunding(book, item, work);
      return;
    case 'identity.customer-registered':
      welcome(book, item.data.customerId, { item, work, welcomePoints });
      return;
    default:
      assertNever(item);
  }
}

function paid(book: Book, item: ItemOf<typeof orderPaid>, work: Work): void {
  const { orderId, customerId, round, price } = item.data;
  const { pointsSpent, pointsToEarn, currency } = price;
  const settled = settlePaid(book, { orderId, customerId, round, pointsSpent, pointsToEarn });
  if (!settled) return;
  const data = { orderId, customerId, currency, ...settled };
  work.emit(pointsEarned, { aggregateId: orderId, aggregateVersion: 1, data }, item);
}

function refunding(book: Book, item: ItemOf<typeof orderRefunding>, work: Work): void {
  const { orderId, customerId, price, shopperKind } = item.data;
  const undone = reverse(book, { orderId, customerId });
  if (!undone || shopperKind === 'guest') return;
  const { returned, takenBack, shortfall, wallet } = undone;
  const data = { orderId, customerId, returned, takenBack, shortfall, currency: price.currency, wallet };
  work.emit(pointsReversed, { aggregateId: orderId, aggregateVersion: 2, data }, item);
}

function welcome(
  book: Book,
  customerId: CustomerId,
  { item, work, welcomePoints: points }: Surroundings & { readonly item: BenefitsItem },
): void {
  const wallet = book.move(customerId, [{ kind: 'granted', points, frozen: 0, orderId: null }]);
  if (!wallet) return;
  const data = { customerId, points, reason: 'welcome', wallet };
  work.emit(pointsGranted, { aggregateId: customerId, aggregateVersion: wallet.version, data }, item);
}
