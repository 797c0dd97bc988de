import { productPublished, reviewPosted } from '@evenkeel/contracts';
import { type CorrelationId, derivedId, type Envelope, type EventId } from '@evenkeel/kernel';
import type { ProductDocument, ReviewDocument } from '../../store/models.js';

/** The event of a product's version: the same id however often it is published, so that its readers absorb it. */
export function productMessage(
  product: Pick<ProductDocument, '_id' | 'version' | 'record'>,
  at: string,
): Envelope {
  const id = derivedId<EventId>('product-published', product._id, String(product.version));
  return {
    id,
    type: productPublished.type,
    version: productPublished.version,
    occurredAt: at,
    aggregateId: product._id,
    aggregateVersion: product.version,
    correlationId: id as string as CorrelationId,
    causationId: null,
    traceparent: null,
    data: product.record,
  };
}

export function reviewMessage(review: Pick<ReviewDocument, '_id' | 'record'>, at: string): Envelope {
  const id = derivedId<EventId>('review-posted', review._id);
  return {
    id,
    type: reviewPosted.type,
    version: reviewPosted.version,
    occurredAt: at,
    aggregateId: review._id,
    aggregateVersion: 1,
    correlationId: id as string as CorrelationId,
    causationId: null,
    traceparent: null,
    data: review.record,
  };
}
