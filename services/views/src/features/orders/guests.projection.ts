import { guestMerged } from '@evenkeel/contracts';
import { projects } from '@evenkeel/messaging';
import type { Models } from '../../store/models.js';
import type { OrderStore } from '../../store/order-store.js';

/** Remembers which guests became which customers, and hands their orders over. */
export async function guestsProjection(models: Models, orders: OrderStore) {
  const merged = new Map<string, string>();
  for (const { _id, customerId } of await models.merges.find().lean()) merged.set(_id as string, customerId);
  return {
    /** The customer a guest became; everybody else is themselves. Also for news of a guest that comes late. */
    ownerOf: (customerId: string) => merged.get(customerId) ?? customerId,
    handler: projects([guestMerged], async (batch) => {
      for (const { data } of batch) {
        const { guestId, customerId } = data;
        await models.merges.updateOne({ _id: guestId }, { $set: { customerId } }, { upsert: true });
        merged.set(guestId, customerId);
        await models.orders.updateMany(
          { customerId: guestId },
          { $set: { customerId }, $inc: { revision: 1 } },
        );
      }
      orders.forget();
    }),
  };
}
