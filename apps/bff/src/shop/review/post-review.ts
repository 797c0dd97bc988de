import { postReview as postReviewAction } from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { z } from 'zod';
import { orRefusal, refusal } from '../../refusals/refusal.js';
import type { RequestContext } from '../../request/request-context.js';
import { requireKey, resultOf } from '../order/keyed.js';

interface PostReviewInput {
  readonly productId: string;
  readonly author?: string | null;
  readonly rating: number;
  readonly title: string;
  readonly body: string;
}

/** Writes a review in the viewer's name, or in the public name they chose. */
export async function postReview(_: unknown, { input }: { input: PostReviewInput }, context: RequestContext) {
  const { locale } = context;
  if (context.requireCaller().kind === 'guest') return refusal('GuestsCannotReview', locale);
  if (!z.uuid().safeParse(input.productId).success) return refusal('UnknownProduct', locale);
  return orRefusal(locale, async () => {
    const author = input.author ?? (await context.loaders.viewer())?.name ?? '';
    const { productId, rating, title, body } = input;
    const answer = await context.command(postReviewAction, {
      key: requireKey(context),
      productId,
      author,
      rating,
      title,
      body,
    });
    const result = resultOf(context, answer);
    switch (result.kind) {
      case 'posted':
        return { __typename: 'ReviewPosted', review: result.review };
      case 'unknown-product':
        return refusal('UnknownProduct', locale);
      case 'already-reviewed':
        return refusal('AlreadyReviewed', locale);
      case 'guests-cannot':
        return refusal('GuestsCannotReview', locale);
      default:
        return assertNever(result);
    }
  });
}
