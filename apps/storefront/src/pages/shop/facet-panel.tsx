import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import { ColourChoice } from './colour-choice.js';
import { FacetChoice } from './facet-choice.js';
import { PriceFacet } from './price-facet.js';
import type { Facets } from './shop.query.js';
import { shopTexts } from './shop.texts.js';
import { changed, type ShopSearch, toggled } from './shop-search.js';

type Props = {
  facets: Facets;
  search: ShopSearch;
  onChange: (next: ShopSearch) => void;
};

function Facet({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="border-t border-line pt-3.5 pb-4">
      <legend className="float-left mb-1.5 w-full text-small font-strong">{title}</legend>
      <div className="clear-both">{children}</div>
    </fieldset>
  );
}

/** Values that leave something, and those that are on. */
function worthShowing<V extends { key: string; count: number }>(
  values: readonly V[],
  on: readonly string[] = [],
): readonly V[] {
  return values.filter((value) => value.count > 0 || on.includes(value.key));
}

const STARS = [4, 3] as const;

/** Everything the list can be narrowed by; each facet counts as if it were off. */
export function FacetPanel({ facets, search, onChange }: Props) {
  const t = useTexts(shopTexts);
  const list = (name: 'department' | 'brand', title: string, all: Facets['brands']) => {
    const values = worthShowing(all, search[name]);
    if (values.length === 0) return null;
    return (
      <Facet title={title}>
        {values.map(({ key, label, count }) => (
          <FacetChoice
            key={key}
            kind="checkbox"
            name={name}
            checked={search[name]?.includes(key) ?? false}
            count={count}
            onChange={() => onChange(toggled(search, name, key))}
          >
            {label}
          </FacetChoice>
        ))}
      </Facet>
    );
  };
  const starCount = (stars: number) =>
    facets.ratings.find((value) => value.key === String(stars))?.count ?? 0;
  const rated = search.rating !== undefined || STARS.some((stars) => starCount(stars) > 0);
  const colours = worthShowing(facets.colours, search.colour);
  return (
    <>
      {list('department', t.department, facets.departments)}
      {list('brand', t.brand, facets.brands)}
      {facets.price && (
        <PriceFacet
          range={facets.price}
          value={search.price}
          onChange={(price) => onChange(changed(search, { price }))}
        />
      )}
      {colours.length > 0 && (
        <Facet title={t.colour}>
          <div className="grid grid-cols-2 gap-x-5">
            {colours.map((colour) => (
              <ColourChoice
                key={colour.key}
                colour={colour}
                checked={search.colour?.includes(colour.key) ?? false}
                onChange={() => onChange(toggled(search, 'colour', colour.key))}
              />
            ))}
          </div>
        </Facet>
      )}
      {rated && (
        <Facet title={t.rating}>
          {STARS.map((stars) => (
            <FacetChoice
              key={stars}
              kind="radio"
              name="rating"
              checked={search.rating === stars}
              count={starCount(stars)}
              onChange={() =>
                onChange(changed(search, { rating: search.rating === stars ? undefined : stars }))
              }
            >
              {t.stars(stars)}
            </FacetChoice>
          ))}
        </Facet>
      )}
      {(search.stock || facets.inStock > 0) && (
        <Facet title={t.stock}>
          <FacetChoice
            kind="checkbox"
            name="stock"
            checked={search.stock === 'in'}
            count={facets.inStock}
            onChange={() => onChange(changed(search, { stock: search.stock ? undefined : 'in' }))}
          >
            {t.inStock}
          </FacetChoice>
        </Facet>
      )}
    </>
  );
}
