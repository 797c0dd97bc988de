import { useState } from 'react';
import { useQuery } from 'urql';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { Button } from '../../ui/button.js';
import { ErrorRow } from '../../ui/error-row.js';
import { Histogram } from './histogram.js';
import { type ProductData, REVIEWS_AT_ONCE, ReviewsQuery } from './product.query.js';
import { productTexts } from './product.texts.js';
import { ReviewItem } from './review-item.js';

/** What people say: the number, its shape, and the voices, critical ones included. */
export function Reviews({ product }: { product: ProductData }) {
  const t = useTexts(productTexts);
  const f = useFormats();
  const { rating } = product;
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null]);
  return (
    <section id="reviews" className="grid scroll-mt-6 gap-6 pt-12 md:grid-cols-[5fr_7fr] md:gap-12 md:pt-16">
      <div>
        <h2 className="text-2">{t.reviews}</h2>
        {rating.count > 0 ? (
          <>
            <p className="mt-3.5 mb-4 flex items-baseline gap-3">
              <span className="text-[3.5rem]/none font-[350] tracking-[-0.05em]">
                {rating.average.toFixed(1)}
              </span>
              <span className="text-small text-ink-2">{t.from(rating.count, f.number(rating.count))}</span>
            </p>
            <Histogram rating={rating} />
          </>
        ) : (
          <p className="mt-3.5 text-ink-2">{t.noReviews}</p>
        )}
      </div>
      <div>
        {rating.count > 0 &&
          cursors.map((after, place) => (
            <ReviewPage
              key={after}
              slug={product.slug}
              after={after}
              onMore={place === cursors.length - 1 ? (cursor) => setCursors([...cursors, cursor]) : undefined}
            />
          ))}
      </div>
    </section>
  );
}

type PageProps = { slug: string; after: string | null; onMore: ((cursor: string) => void) | undefined };

function ReviewPage({ slug, after, onMore }: PageProps) {
  const t = useTexts(productTexts);
  const [{ data, error }, again] = useQuery({
    query: ReviewsQuery,
    variables: { slug, first: REVIEWS_AT_ONCE, after },
  });
  const reviews = data?.product?.reviews;
  if (!reviews) {
    return (
      error && (
        <ErrorRow
          title={t.reviewsFailed}
          note={t.failedNote}
          error={error}
          onRetry={() => again({ requestPolicy: 'network-only' })}
        />
      )
    );
  }
  const { endCursor, hasNextPage } = reviews.pageInfo;
  return (
    <>
      {reviews.nodes.map((review) => (
        <ReviewItem key={review.id} review={review} />
      ))}
      {onMore && hasNextPage && endCursor && (
        <Button size="small" onClick={() => onMore(endCursor)}>
          {t.moreReviews}
        </Button>
      )}
    </>
  );
}
