import { availabilityChanged, productChanged, productPublished, reviewPosted } from '@evenkeel/contracts';
import { type Clock, type CorrelationId, type Envelope, newId } from '@evenkeel/kernel';
import { newMessage, type PlainHandler, projects } from '@evenkeel/messaging';
import type { ProductStore } from '../../store/product-store.js';

interface Parts {
  readonly store: ProductStore;
  readonly clock: Clock;
  readonly announce: (events: readonly Envelope[]) => Promise<unknown>;
}

/** Keeps products, their reviews and what is left of them. */
export const productProjections = ({ store, clock, announce }: Parts): PlainHandler[] => [
  projects([productPublished], (batch) =>
    store.publish(batch.map((event) => ({ product: event.data, version: event.aggregateVersion }))),
  ),
  projects([reviewPosted], (batch) => store.addReviews(batch.map((event) => event.data))),
  projects([availabilityChanged], async (batch) => {
    const changed = await store.setAvailability(batch.map((event) => event.data));
    await announce(
      changed.map(({ product, availability }) =>
        newMessage(
          productChanged,
          {
            aggregateId: product.id,
            aggregateVersion: Math.max(...availability.map((sku) => sku.version)),
            data: { productId: product.id, slug: product.slug, availability },
          },
          { cause: { id: null, correlationId: newId<CorrelationId>(), traceparent: null }, clock },
        ),
      ),
    );
  }),
];
