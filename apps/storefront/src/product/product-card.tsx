import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { FavouriteButton } from '../favourites/favourite-button.js';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { classes } from '../ui/classes.js';
import { Picture } from '../ui/picture.js';
import { uiTexts } from '../ui/ui.texts.js';
import type { ProductCardData } from './card.query.js';
import { isNew, swatchesOf } from './card-facts.js';
import { Swatches } from './swatches.js';

type Props = {
  product: ProductCardData;
  /** CSS width of the picture. */
  sizes: string;
  eager?: boolean;
};

/** One product among others: picture, name, maker, price, and one hint. */
export function ProductCard({ product, sizes, eager = false }: Props) {
  const t = useTexts(uiTexts);
  const f = useFormats();
  const { slug, title, brand, price, priceTo, stock, picture, pictures } = product;
  // Another view is fetched for those who look closer, not for everybody.
  const [looked, setLooked] = useState(false);
  const second = pictures?.[1];
  const soldOut = stock === 'SOLD_OUT';
  const range = priceTo.minor > price.minor;
  return (
    <article
      className="group relative"
      onPointerEnter={(event) => event.pointerType === 'mouse' && setLooked(true)}
    >
      <div className="relative">
        <Picture picture={picture.key} alt="" sizes={sizes} eager={eager} faded={soldOut} />
        {second && looked && (
          <div className="absolute inset-0 opacity-0 transition-opacity duration-(--slow) group-hover:opacity-100">
            <Picture picture={second.key} alt="" sizes={sizes} />
          </div>
        )}
        {isNew(product.publishedAt, Date.now()) && (
          <span className="absolute top-3 left-3 rounded-tag bg-raised px-2 py-1.5 text-micro/none font-strong">
            {t.isNew}
          </span>
        )}
      </div>
      <h3 className="mt-3 text-ui">
        <Link
          to="/products/$slug"
          params={{ slug }}
          className="after:absolute after:inset-0 group-hover:underline underline-offset-4 decoration-rule"
        >
          {title}
        </Link>
      </h3>
      <p className="text-small/[1.4] text-ink-3">{brand.label}</p>
      <p className={classes('mt-1.5 text-ui tabular-nums', soldOut && 'text-ink-3')}>
        {range ? t.from(f.money(price)) : f.money(price)}
      </p>
      <div className="mt-2 flex min-h-5 items-center justify-between gap-2 empty:hidden text-small whitespace-nowrap text-ink-3">
        <Swatches swatches={swatchesOf(product.options)} />
        {stock === 'LOW' && <span className="text-ember">{t.fewLeft}</span>}
        {soldOut && <span>{t.soldOut}</span>}
      </div>
      <FavouriteButton slug={slug} title={title} className="absolute! top-1 right-1" />
    </article>
  );
}
