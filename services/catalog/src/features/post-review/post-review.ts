import {
  type ActionOutput,
  type ActionParsed,
  type CallerClaims,
  Problem,
  type postReview,
} from '@evenkeel/contracts';
import { derivedId, type ReviewId } from '@evenkeel/kernel';
import type { CatalogStore } from '../../store/catalog-store.js';

type Input = ActionParsed<typeof postReview>;
type Output = ActionOutput<typeof postReview>;

interface Asked {
  readonly caller: CallerClaims;
  readonly hash: string;
  readonly postedAt: string;
  readonly hasBought: () => Promise<boolean>;
}

/** Writes a review. Its id comes from customer and product, so that a second one finds the first in its place. */
export async function carryOutPostReview(store: CatalogStore, input: Input, asked: Asked): Promise<Output> {
  const { caller } = asked;
  if (caller.kind === 'guest') return { replayed: false, result: { kind: 'guests-cannot' } };
  const earlier = await store.reviewOfKey(caller.sub, input.key);
  if (earlier) return replay(earlier, asked.hash);
  const product = await store.product(input.productId);
  if (!product) return { replayed: false, result: { kind: 'unknown-product' } };

  const id = derivedId<ReviewId>('review', caller.sub, input.productId);
  const { productId, author, rating, title, body } = input;
  const verified = await asked.hasBought();
  const record = {
    id,
    productId,
    author,
    locale: caller.locale,
    rating,
    title,
    body,
    verified,
    postedAt: asked.postedAt,
  };
  const claim = { caller: caller.sub, key: input.key, hash: asked.hash };
  if (await store.addReview({ _id: id, productId, record, pending: true, claim })) {
    return { replayed: false, result: { kind: 'posted', review: record } };
  }
  const there = await store.review(id);
  // The same key at the same moment: the first one wrote it, this one repeats the answer.
  return there?.claim?.key === input.key
    ? replay(there, asked.hash)
    : { replayed: false, result: { kind: 'already-reviewed' } };
}

function replay(review: NonNullable<Awaited<ReturnType<CatalogStore['review']>>>, hash: string): Output {
  if (review.claim?.hash !== hash) {
    throw new Problem(
      'house.key-reused',
      'This idempotency key was used before with another body; use a new key',
    );
  }
  return { replayed: true, result: { kind: 'posted', review: review.record } };
}
