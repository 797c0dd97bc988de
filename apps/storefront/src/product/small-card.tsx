import { Link } from '@tanstack/react-router';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { Picture } from '../ui/picture.js';
import { uiTexts } from '../ui/ui.texts.js';
import type { ProductCardData } from './card.query.js';

/** A product one knows already: picture, name and price. */
export function SmallCard({ product, sizes }: { product: ProductCardData; sizes: string }) {
  const t = useTexts(uiTexts);
  const f = useFormats();
  const { slug, title, price, priceTo, stock, picture } = product;
  return (
    <article className="group relative">
      <Picture picture={picture.key} alt="" sizes={sizes} faded={stock === 'SOLD_OUT'} />
      <h3 className="mt-2 text-small/[1.35]">
        <Link
          to="/products/$slug"
          params={{ slug }}
          className="decoration-rule underline-offset-4 after:absolute after:inset-0 group-hover:underline"
        >
          {title}
        </Link>
      </h3>
      <p className="text-small text-ink-3 tabular-nums">
        {priceTo.minor > price.minor ? t.from(f.money(price)) : f.money(price)}
      </p>
    </article>
  );
}
