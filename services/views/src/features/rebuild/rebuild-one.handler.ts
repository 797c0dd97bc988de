import type { Repaired } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { OrderStore } from '../../store/order-store.js';
import type { Turnstile } from '../../turnstile.js';
import { emptyOrder, type OrderDocument, toViewPart } from '../orders/order-document.js';
import { type Keeping, keep } from '../orders/orders.projection.js';
import type { dailySales } from '../sales/daily-sales.js';
import { newsOfOneOrder, type Reading } from './read-owners.handler.js';

interface Parts {
  readonly call: Reading['call'];
  readonly store: OrderStore;
  readonly sales: Pick<ReturnType<typeof dailySales>, 'touch'>;
  readonly ownerOf: Keeping['ownerOf'];
  readonly turnstile: Turnstile;
}

/**
 * Builds the read model of one order anew, from its owners, in the place of the one that is there; what comes
 * meanwhile waits, and is applied to the new one.
 */
export const rebuildOneOrder =
  ({ call, store, sales, ownerOf, turnstile }: Parts) =>
  (orderId: OrderId, dryRun: boolean): Promise<Repaired> =>
    turnstile.pass(async () => {
      // What is remembered may be older than what somebody wrote.
      store.forget();
      const before = (await store.load([orderId])).get(orderId) ?? emptyOrder(orderId);
      const told = await newsOfOneOrder(call, orderId);
      let after = before;
      const instead: Pick<OrderStore, 'load' | 'save'> = {
        load: () => Promise.resolve(new Map([[orderId, emptyOrder(orderId, before.revision)]])),
        async save([document]) {
          if (!document) return;
          after = document;
          if (!dryRun) await store.save([document]);
        },
      };
      await keep({ store: instead, ownerOf }, told);
      // What it added to another day until now is no longer of that day.
      if (!dryRun) sales.touch([before, after].flatMap((document) => document.sales?.day ?? []));
      const [from, to] = [wordsOf(before), wordsOf(after)];
      return { needed: from !== to, from, to };
    });

/** All that is held against the owners. */
function wordsOf(document: OrderDocument): string {
  if (document.facts === null) return 'unknown';
  const { state, version, captured, refunded, pointsEarned, sold } = toViewPart(document);
  const sale = sold ? `${sold.units} units for ${sold.gross} on ${sold.day}, ${sold.refunded} back` : 'none';
  return (
    `${state}, version ${version}, captured ${captured?.minor ?? 0}, refunded ${refunded?.minor ?? 0}, ` +
    `${pointsEarned} points, sale: ${sale}`
  );
}
