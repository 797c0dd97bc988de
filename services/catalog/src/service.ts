import { changePrice, hasBought, listProducts, listReviews, pageFrom, postReview } from '@evenkeel/contracts';
import { isoNow } from '@evenkeel/kernel';
import { action, bodyHash, type House, type ServedAction } from '@evenkeel/runtime';
import { carryOutChangePrice } from './features/change-price/change-price.js';
import { carryOutPostReview } from './features/post-review/post-review.js';
import type { CatalogStore } from './store/catalog-store.js';

/** The actions of the catalog service; `changed` is called when something waits to be published. */
export const catalogActions = (house: House, store: CatalogStore, changed: () => void): ServedAction[] => [
  action(listProducts, async ({ first, after, productId }) => {
    const found = await store.productsAfter(after ?? null, first + 1, productId ?? null);
    return pageFrom(found, first, {
      cursor: ({ _id }) => _id,
      item: ({ record, version }) => ({ product: record, version }),
    });
  }),
  action(listReviews, async ({ first, after, productId }) => {
    const found = await store.reviewsAfter(after ?? null, first + 1, productId ?? null);
    return pageFrom(found, first, { cursor: ({ _id }) => _id, item: ({ record }) => record });
  }),
  action(changePrice, async (input, context) => {
    const { sub: caller } = context.requireCaller();
    const now = () => new Date(house.clock.now());
    const answer = await carryOutChangePrice(store, input, { caller, hash: bodyHash(input), now });
    changed();
    return answer;
  }),
  action(postReview, async (input, context) => {
    const caller = context.requireCaller();
    const { productId } = input;
    const answer = await carryOutPostReview(store, input, {
      caller,
      hash: bodyHash(input),
      postedAt: isoNow(house.clock),
      hasBought: () => house.call(hasBought, { customerId: caller.sub, productId }, { cause: context.cause }),
    });
    changed();
    return answer;
  }),
];
