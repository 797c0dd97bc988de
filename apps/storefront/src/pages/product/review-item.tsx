import { BadgeCheck } from 'lucide-react';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { Stars } from '../../ui/stars.js';
import type { ReviewData } from './product.query.js';
import { productTexts } from './product.texts.js';

/** What somebody wrote, in the language they wrote it in. */
export function ReviewItem({ review }: { review: ReviewData }) {
  const t = useTexts(productTexts);
  const f = useFormats();
  const language = review.locale === 'zh' ? 'zh-CN' : 'en';
  return (
    <article className="border-t border-line py-5">
      <div className="flex items-center justify-between">
        <Stars rating={review.rating} />
        <time dateTime={review.postedAt} className="text-micro text-ink-3">
          {f.day(review.postedAt)}
        </time>
      </div>
      <h3 lang={language} className="mt-1.5 mb-1 text-3">
        {review.title}
      </h3>
      <p lang={language} className="max-w-[62ch] text-ui/[1.55] whitespace-pre-line text-ink-2">
        {review.body}
      </p>
      <p className="mt-2 flex items-center gap-3.5 text-small text-ink-3">
        {review.author}
        {review.verified && (
          <span className="inline-flex items-center gap-1 text-sea">
            <BadgeCheck aria-hidden="true" className="size-4" strokeWidth={1.5} />
            {t.verified}
          </span>
        )}
      </p>
    </article>
  );
}
