import { pointsValue } from '@evenkeel/contracts';
import type { CustomerId } from '@evenkeel/kernel';
import type { Invariant } from '../checker/model.js';
import type { LoyaltyState } from '../parts/loyalty.js';
import { firstWrong, isSold, ordersOf } from './orders.js';

const sumOf = <Row>(rows: Iterable<Row>, value: (row: Row) => number): number =>
  [...rows].reduce((sum, row) => sum + value(row), 0);

const heldPoints = ({ holds }: LoyaltyState, customerId: CustomerId): number =>
  sumOf(Object.values(holds), (row) =>
    row.customerId === customerId && row.status === 'HELD' ? row.points : 0,
  );

export const pointInvariants: readonly Invariant[] = [
  {
    name: 'Y1',
    sentence: 'A balance is the sum of its entries and never below zero, and what is frozen is held.',
    when: 'always',
    of: ['loyalty'],
    wrong({ loyalty }) {
      for (const { customerId, available, frozen } of Object.values(loyalty.accounts)) {
        const [sum, held] = [loyalty.sums[customerId] ?? 0, heldPoints(loyalty, customerId)];
        if (available < 0 || available !== sum || frozen !== held)
          return `${available} available of entries ${sum}, ${frozen} frozen of ${held} held`;
      }
      return null;
    },
  },
  {
    name: 'Y2',
    sentence: 'An order earns once, and is reversed once.',
    when: 'always',
    of: ['loyalty'],
    wrong({ loyalty }) {
      const twice = Object.entries(loyalty.entries).find(
        ([kind, times]) => times > 1 && !kind.startsWith('held') && !kind.startsWith('released'),
      );
      return twice ? `${twice[0]} happened ${twice[1]} times` : null;
    },
  },
  {
    name: 'Y3',
    sentence: 'A coupon is used as often as it has open uses: never past its limit, once a customer.',
    when: 'always',
    of: ['loyalty'],
    wrong({ loyalty }) {
      for (const { code, uses, useLimit } of Object.values(loyalty.coupons)) {
        const open = Object.values(loyalty.uses).filter((use) => use.open && use.code === code);
        const customers = new Set(open.map(({ customerId }) => customerId));
        if (uses !== open.length || uses > (useLimit ?? uses) || customers.size !== open.length)
          return `${code} counts ${uses} uses, ${open.length} are open, of ${customers.size} customers`;
      }
      return null;
    },
  },
  {
    name: 'O4',
    sentence: 'Points and coupons are used by orders that were sold, and held by none.',
    when: 'at rest',
    of: ['loyalty', 'order'],
    wrong({ loyalty, order }) {
      const held = Object.values(loyalty.holds).find(({ status }) => status === 'HELD');
      if (held) return `Round ${held.round} of order ${held.orderId} still holds ${held.points} points`;
      return firstWrong(ordersOf(order), (one) => {
        const { orderId } = one.facts;
        const used = Object.values(loyalty.uses).some((use) => use.orderId === orderId && use.open);
        const wanted = isSold(one) && one.facts.coupon !== null;
        return used === wanted ? null : `and ${used ? 'has used' : 'has not used'} its coupon`;
      });
    },
  },
  {
    name: 'Y2',
    sentence: 'A refund is smaller by the earned points that were already spent.',
    when: 'at rest',
    of: ['loyalty', 'order'],
    wrong: ({ loyalty, order }) =>
      firstWrong(ordersOf(order), ({ facts, progress: { refund } }) => {
        const missing = loyalty.orderPoints[facts.orderId]?.shortfall ?? 0;
        const kept = refund?.shortfall.minor ?? 0;
        const right = pointsValue(missing, facts.price.currency).minor;
        return kept === right ? null : `and keeps ${kept} back for ${missing} points that are gone`;
      }),
  },
  {
    name: 'L7',
    sentence: 'What the books owe in points is what the wallets have.',
    when: 'at rest',
    of: ['finance', 'loyalty'],
    wrong({ finance, loyalty }) {
      const owed = -(finance.balances['points-liability USD'] ?? 0);
      const points = sumOf(Object.values(loyalty.accounts), ({ available, frozen }) => available + frozen);
      const worth = pointsValue(points, 'USD').minor;
      return owed === worth ? null : `The books owe ${owed}, the wallets have ${worth}`;
    },
  },
];
