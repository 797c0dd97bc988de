import { Link } from '@tanstack/react-router';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { Stars } from '../../ui/stars.js';
import { BuyActions } from './buy-actions.js';
import { OptionPicker } from './option-picker.js';
import type { ProductData, VariantData } from './product.query.js';
import { productTexts } from './product.texts.js';
import { ServiceFacts } from './service-facts.js';
import { StockLine } from './stock-line.js';

type Props = { product: ProductData; variant: VariantData; onChoose: (variant: VariantData) => void };

/** The decision, as a quiet stack: name, price, options, what is there, the button. */
export function BuyBox({ product, variant, onChoose }: Props) {
  const t = useTexts(productTexts);
  const f = useFormats();
  const { brand, rating } = product;
  return (
    <div className="max-md:mt-4">
      <Link
        to="/shop"
        search={{ brand: [brand.key] }}
        className="link inline-flex min-h-8 items-center text-small text-ink-2"
      >
        {brand.label}
      </Link>
      <h1 className="mt-1 mb-2.5 text-1">{product.title}</h1>
      {rating.count > 0 && (
        <p className="flex items-center gap-2 text-small text-ink-2">
          <Stars rating={rating.average} />
          <span aria-hidden="true" className="tabular-nums">
            {rating.average.toFixed(1)}
          </span>
          <a href="#reviews" className="link tabular-nums">
            {t.reviewsCount(rating.count, f.number(rating.count))}
          </a>
        </p>
      )}
      <p className="mt-4 flex items-baseline gap-3.5 tabular-nums">
        <span data-testid="price" className="text-[1.75rem]/tight font-title tracking-[-0.02em]">
          {f.money(variant.price)}
        </span>
        <span className="text-small text-ink-2">
          {t.earns(variant.pointsToEarn, f.number(variant.pointsToEarn))}
        </span>
      </p>
      {product.options.map((option) => (
        <OptionPicker
          key={option.key}
          option={option}
          product={product}
          chosen={variant}
          onChoose={onChoose}
        />
      ))}
      <StockLine variant={variant} />
      <BuyActions product={product} variant={variant} />
      <ServiceFacts />
    </div>
  );
}
