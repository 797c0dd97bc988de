import type { OrderId } from '@evenkeel/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Book } from '../../book.js';
import { bookOf, coupon, MARA, WEN, wallet } from '../../testing/book-of.js';
import { hold, release } from './hold.js';
import { reverse, settlePaid } from './settle.js';

const LIMIT = 2;
const about = fc.record({
  orderId: fc.constantFrom('1' as OrderId, '2' as OrderId, '3' as OrderId),
  round: fc.constantFrom(1, 2),
});
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('hold'), about, points: fc.constantFrom(0, 40, 90), coupon: fc.boolean() }),
    fc.record({ do: fc.constantFrom('release', 'paid', 'refund'), about }),
  ),
  { maxLength: 25 },
);
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

/** An order belongs to one customer. */
const ownerOf = (orderId: OrderId) => (orderId === '3' ? WEN : MARA);

interface Said {
  earned: string[];
  reversed: string[];
}

function take(book: Book, step: Step, said: Said): void {
  const { orderId, round } = step.about;
  const of = { orderId, round, customerId: ownerOf(orderId) };
  if ('points' in step) hold(book, { ...of, points: step.points, coupon: step.coupon ? 'STILLWATER' : null });
  else if (step.do === 'release') release(book, of);
  else if (step.do === 'paid') {
    if (settlePaid(book, { ...of, pointsSpent: 40, pointsToEarn: 25 })) said.earned.push(orderId);
  } else if (reverse(book, of)) said.reversed.push(orderId);
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

test('whatever is said, in whatever order and however often, wallets and coupons keep their promises', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const book = bookOf({
        accounts: [wallet(100), wallet(100, WEN)],
        coupons: [coupon({ useLimit: LIMIT })],
      });
      const said: Said = { earned: [], reversed: [] };
      for (const step of all) {
        take(book, step, said);
        for (const customerId of [MARA, WEN]) {
          const { available, frozen } = book.account(customerId);
          const entries = book.entries.filter((entry) => entry.customerId === customerId);
          const held = [...book.holds.values()].filter(
            (one) => one.customerId === customerId && one.status === 'HELD',
          );
          expect(available).toBeGreaterThanOrEqual(0);
          expect(available).toBe(100 + sum(entries.map(({ points }) => points)));
          expect(entries.at(-1)?.balance ?? 100).toBe(available);
          expect(frozen).toBe(sum(held.map(({ points }) => points)));
        }
        const uses = book.coupons.get('STILLWATER')?.uses ?? 0;
        const used = [...book.holds.values()].filter(
          (one) =>
            one.coupon !== null &&
            (one.status === 'HELD' ||
              (one.status === 'CONFIRMED' && !book.orderPoints.get(one.orderId)?.reversed)),
        );
        expect(uses).toBe(used.length);
        expect(uses).toBeLessThanOrEqual(LIMIT);
        expect(uses).toBe(new Set(used.map(({ customerId }) => customerId)).size);
      }
      for (const orders of [said.earned, said.reversed]) expect(new Set(orders).size).toBe(orders.length);
    }),
    { numRuns: 500 },
  );
});
