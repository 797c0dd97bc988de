import { useEffect, useState } from 'react';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import type { Facets } from './shop.query.js';
import { shopTexts } from './shop.texts.js';
import { type PriceSpan, readPrice, writePrice } from './shop-search.js';

type Props = {
  range: NonNullable<Facets['price']>;
  value: string | undefined;
  onChange: (price: string | undefined) => void;
};

/** Two thumbs on a waterline, in whole units of the shopper's money. */
export function PriceFacet({ range, value, onChange }: Props) {
  const t = useTexts(shopTexts);
  const f = useFormats();
  const { currency } = range.min;
  const span: PriceSpan = (value && readPrice(value)) || {};
  const lowest = Math.floor(Math.min(range.min.minor / 100, span.from ?? Number.POSITIVE_INFINITY));
  const highest = Math.ceil(Math.max(range.max.minor / 100, span.to ?? 0));
  const [from, to] = [span.from ?? lowest, span.to ?? highest];
  const [shown, setShown] = useState({ from, to });
  useEffect(() => setShown({ from, to }), [from, to]);
  if (highest <= lowest) return null;

  const said = (units: number) => f.wholeMoney(units, currency);
  const place = (units: number) => `${((units - lowest) / (highest - lowest)) * 100}%`;
  const commit = () => {
    const next = writePrice({
      ...(shown.from > lowest && { from: shown.from }),
      ...(shown.to < highest && { to: shown.to }),
    });
    if (next !== value) onChange(next);
  };
  const thumb = (end: 'from' | 'to') => (
    <input
      type="range"
      min={lowest}
      max={highest}
      value={shown[end]}
      aria-label={end === 'from' ? t.priceFrom : t.priceTo}
      aria-valuetext={said(shown[end])}
      onChange={(event) => {
        const units = Number(event.target.value);
        setShown(
          end === 'from'
            ? { ...shown, from: Math.min(units, shown.to) }
            : { ...shown, to: Math.max(units, shown.from) },
        );
      }}
      onPointerUp={commit}
      onKeyUp={commit}
      className="range-thumb absolute inset-0 w-full"
    />
  );
  return (
    <fieldset className="border-t border-line pt-3.5 pb-4">
      <legend className="float-left text-small font-strong">{t.price}</legend>
      <p className="mb-1.5 text-right text-small text-ink-3 tabular-nums">
        {t.span(said(shown.from), said(shown.to))}
      </p>
      <div className="clear-both relative h-11">
        <div aria-hidden="true" className="absolute inset-x-3 top-1/2 h-px bg-rule">
          <i
            className="absolute -top-px h-[3px] bg-sea"
            style={{ left: place(shown.from), right: `calc(100% - ${place(shown.to)})` }}
          />
        </div>
        {thumb('from')}
        {thumb('to')}
      </div>
    </fieldset>
  );
}
