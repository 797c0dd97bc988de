import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { useShell } from '../../shell/shell.query.js';
import { filterChips } from './filter-chips.js';
import type { Facets } from './shop.query.js';
import { shopTexts } from './shop.texts.js';
import type { PriceSpan, ShopSearch } from './shop-search.js';

/** The filters that are on, in the shopper's words and money. */
export function useFilterChips(search: ShopSearch, facets: Facets | undefined) {
  const t = useTexts(shopTexts);
  const f = useFormats();
  const { viewer } = useShell();
  const currency = facets?.price?.min.currency ?? viewer?.currency ?? 'USD';
  const price = ({ from, to }: PriceSpan) => {
    const said = (units: number) => f.wholeMoney(units, currency);
    if (from === undefined) return t.upTo(said(to ?? 0));
    return to === undefined ? t.above(said(from)) : t.span(said(from), said(to));
  };
  return filterChips(search, facets, { price, stars: t.stars, inStock: t.inStock });
}
