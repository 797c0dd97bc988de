import {
  type AnyMessage,
  benefitsHeld,
  benefitsRefused,
  benefitsReleased,
  type customerRegistered,
  type holdBenefits,
  type MessageData,
  type orderPaid,
  type orderRefunding,
  pointsCorrected,
  pointsEarned,
  pointsGranted,
  pointsReversed,
  type releaseBenefits,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import type { ItemOf } from '@evenkeel/messaging';
import { holdKey } from '../../benefits.js';
import type { Book } from '../../book.js';
import { hold, release } from './hold.js';
import type { BenefitsItem, surplusFound } from './inputs.js';
import { reverse, settlePaid } from './settle.js';

/** An event that a step tells, before it has an envelope. */
interface Told {
  readonly definition: AnyMessage;
  readonly subject: { readonly aggregateId: string; readonly aggregateVersion: number; readonly data: never };
}

/** An event that a batch tells, and the item that caused it. */
export type Said = Told & { readonly cause: BenefitsItem };

/** Decides all items of a batch in their order of arrival: the book is changed, and what is to be said is returned. */
export function decideBatch(
  book: Book,
  items: readonly BenefitsItem[],
  terms: { readonly welcomePoints: number },
): Said[] {
  return items.flatMap((cause) => {
    const told = decideOne(book, cause, terms);
    return told ? [{ ...told, cause }] : [];
  });
}

function decideOne(book: Book, item: BenefitsItem, terms: { readonly welcomePoints: number }): Told | null {
  switch (item.type) {
    case 'loyalty.hold-benefits':
      return held(book, item);
    case 'loyalty.release-benefits':
      return released(book, item);
    case 'order.order-paid':
      return paid(book, item);
    case 'order.order-refunding':
      return item.data.wasPaid ? refunding(book, item) : null;
    case 'identity.customer-registered':
      return registered(book, item, terms.welcomePoints);
    case 'loyalty.surplus-found':
      return corrected(book, item);
    default:
      return assertNever(item);
  }
}

const tell = <D extends AnyMessage>(
  definition: D,
  [aggregateId, aggregateVersion]: readonly [string, number],
  data: MessageData<D>,
): Told => ({ definition, subject: { aggregateId, aggregateVersion, data: data as never } });

function held(book: Book, { data }: ItemOf<typeof holdBenefits>): Told {
  const { orderId, round, customerId } = data;
  const answer = hold(book, data);
  const place = [holdKey(orderId, round), 1] as const;
  if (answer.held) return tell(benefitsHeld, place, { orderId, round, customerId, wallet: answer.wallet });
  const { why, available } = answer;
  return tell(benefitsRefused, place, { orderId, round, customerId, why, available });
}

function released(book: Book, { data }: ItemOf<typeof releaseBenefits>): Told | null {
  const { orderId, round, customerId } = data;
  const answer = release(book, data);
  if (!answer.released) return null;
  const { wallet } = answer;
  return tell(benefitsReleased, [holdKey(orderId, round), 2], { orderId, round, customerId, wallet });
}

function paid(book: Book, { data }: ItemOf<typeof orderPaid>): Told | null {
  const { orderId, customerId, round, price } = data;
  const { pointsSpent, pointsToEarn, currency } = price;
  const settled = settlePaid(book, { orderId, customerId, round, pointsSpent, pointsToEarn });
  return settled && tell(pointsEarned, [orderId, 1], { orderId, customerId, currency, ...settled });
}

function refunding(book: Book, { data }: ItemOf<typeof orderRefunding>): Told | null {
  const { orderId, customerId, price, shopperKind } = data;
  const undone = reverse(book, { orderId, customerId });
  if (!undone || shopperKind === 'guest') return null;
  const { returned, takenBack, shortfall, wallet } = undone;
  const { currency } = price;
  const reversal = { orderId, customerId, returned, takenBack, shortfall, currency, wallet };
  return tell(pointsReversed, [orderId, 2], reversal);
}

function registered(book: Book, { data }: ItemOf<typeof customerRegistered>, points: number): Told | null {
  const { customerId } = data;
  const wallet = book.move(customerId, [{ kind: 'granted', points, frozen: 0, orderId: null }]);
  return (
    wallet &&
    tell(pointsGranted, [customerId, wallet.version], { customerId, points, reason: 'welcome', wallet })
  );
}

/** Never below zero: what was spent already stays a finding. */
function corrected(book: Book, { data }: ItemOf<typeof surplusFound>): Told | null {
  const { orderId, customerId, surplus } = data;
  const takenBack = Math.min(surplus, book.account(customerId).available);
  const wallet = book.move(customerId, [{ kind: 'taken-back', points: -takenBack, frozen: 0, orderId }]);
  return (
    wallet && tell(pointsCorrected, [customerId, wallet.version], { orderId, customerId, takenBack, wallet })
  );
}
