import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { PageTitle } from '../../ui/page-title.js';
import type { Facets } from './shop.query.js';
import { shopTexts } from './shop.texts.js';
import type { ShopSearch } from './shop-search.js';

/** What the list is of: the words searched for, the one department or maker, or everything. */
function useHeading(search: ShopSearch, facets: Facets | undefined): { kind: string; title: string } {
  const t = useTexts(shopTexts);
  const label = (
    values: readonly { key: string; label: string }[] | undefined,
    keys: readonly string[] | undefined,
  ) => (keys?.length === 1 ? values?.find((value) => value.key === keys[0])?.label : undefined);
  if (search.q) return { kind: t.search, title: t.quoted(search.q) };
  const brand = label(facets?.brands, search.brand);
  if (brand) return { kind: t.brand, title: brand };
  const department = label(facets?.departments, search.department);
  if (department) return { kind: t.department, title: department };
  return { kind: t.shop, title: t.everything };
}

/** The headline of the list and, the same size but quieter, how many there are. */
export function ShopHeading({
  search,
  facets,
  total,
}: {
  search: ShopSearch;
  facets: Facets | undefined;
  total: number | undefined;
}) {
  const f = useFormats();
  const { kind, title } = useHeading(search, facets);
  return (
    <div className="pt-8 pb-6">
      <PageTitle>{title}</PageTitle>
      <p className="text-small text-ink-3">{kind}</p>
      <h1 className="mt-1 text-1">
        {title}{' '}
        {total !== undefined && <span className="font-plain text-ink-3 tabular-nums">{f.number(total)}</span>}
      </h1>
    </div>
  );
}
