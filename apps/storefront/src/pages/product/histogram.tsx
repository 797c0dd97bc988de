import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { Waterline } from '../../ui/waterline.js';
import type { ProductData } from './product.query.js';
import { productTexts } from './product.texts.js';

/** How many gave how many stars, five first; the fullest bar is the measure of the others. */
export function Histogram({ rating }: { rating: ProductData['rating'] }) {
  const t = useTexts(productTexts);
  const f = useFormats();
  const most = Math.max(1, ...rating.histogram);
  return (
    <ul className="max-w-[340px] text-small tabular-nums">
      {[5, 4, 3, 2, 1].map((stars) => {
        const count = rating.histogram[stars - 1] ?? 0;
        return (
          <li key={stars} className="grid grid-cols-[auto_1fr_2.5em] items-center gap-3.5 py-0.5">
            <span aria-hidden="true">{stars}</span>
            <Waterline share={count / most} tone="ink" />
            <span aria-hidden="true" className="text-ink-3">
              {f.number(count)}
            </span>
            <span className="sr-only">{t.fewBars(stars, f.number(count))}</span>
          </li>
        );
      })}
    </ul>
  );
}
