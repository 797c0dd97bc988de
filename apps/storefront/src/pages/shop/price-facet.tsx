import { Slider } from '@base-ui-components/react/slider';
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

const THUMB =
  'block size-6 rounded-full border border-rule bg-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus';

/** Two thumbs on a waterline, in whole units of the shopper's money. */
export function PriceFacet({ range, value, onChange }: Props) {
  const t = useTexts(shopTexts);
  const f = useFormats();
  const { currency } = range.min;
  const span: PriceSpan = (value && readPrice(value)) || {};
  const lowest = Math.floor(Math.min(range.min.minor / 100, span.from ?? Number.POSITIVE_INFINITY));
  const highest = Math.ceil(Math.max(range.max.minor / 100, span.to ?? 0));
  const chosen: [number, number] = [span.from ?? lowest, span.to ?? highest];
  const [from, to] = chosen;
  const [shown, setShown] = useState(chosen);
  useEffect(() => setShown([from, to]), [from, to]);
  const said = (units: number) => f.wholeMoney(units, currency);
  if (highest <= lowest) return null;

  const commit = ([low = lowest, high = highest]: readonly number[]) =>
    onChange(writePrice({ ...(low > lowest && { from: low }), ...(high < highest && { to: high }) }));
  return (
    <fieldset className="border-t border-line pt-3.5 pb-4">
      <legend className="float-left text-small font-strong">{t.price}</legend>
      <p className="mb-1.5 text-right text-small text-ink-3 tabular-nums">
        {t.span(said(shown[0]), said(shown[1]))}
      </p>
      <Slider.Root
        value={shown}
        min={lowest}
        max={highest}
        onValueChange={(next) => setShown([next[0] ?? lowest, next[1] ?? highest])}
        onValueCommitted={commit}
        className="clear-both px-3"
      >
        <Slider.Control className="flex h-11 touch-none items-center select-none">
          <Slider.Track className="h-px w-full bg-rule">
            <Slider.Indicator className="h-[3px] -translate-y-px bg-sea" />
            <Slider.Thumb
              index={0}
              className={THUMB}
              aria-label={t.priceFrom}
              getAriaValueText={(_text, units) => said(units)}
            />
            <Slider.Thumb
              index={1}
              className={THUMB}
              aria-label={t.priceTo}
              getAriaValueText={(_text, units) => said(units)}
            />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
    </fieldset>
  );
}
