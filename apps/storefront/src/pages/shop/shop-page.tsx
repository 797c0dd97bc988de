import { lazy, Suspense, useState } from 'react';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { ProductGrid, ProductGridBones } from '../../product/product-grid.js';
import { SearchBox } from '../../shell/search-box.js';
import { Button } from '../../ui/button.js';
import { classes } from '../../ui/classes.js';
import { ErrorRow } from '../../ui/error-row.js';
import { Waiting } from '../../ui/skeleton.js';
import { ChipRow } from './chip-row.js';
import { FacetPanel } from './facet-panel.js';
import { NothingFound } from './nothing-found.js';
import { pageSize } from './shop.query.js';
import { shopTexts } from './shop.texts.js';
import { ShopHeading } from './shop-heading.js';
import { type ShopSearch, withoutFilters } from './shop-search.js';
import { Toolbar } from './toolbar.js';
import { useFilterChips } from './use-filter-chips.js';
import { useShopPages } from './use-shop-pages.js';
import { useShopSearch } from './use-shop-search.js';

/** Only phones have it, and only those who ask for it. */
const FilterSheet = lazy(() => import('./filter-sheet.js'));

export default function ShopPage() {
  const t = useTexts(shopTexts);
  const f = useFormats();
  const { search, goTo } = useShopSearch();
  const { first, products, error, updating, again, hasMore, more, moreError, moreBusy } =
    useShopPages(search);
  const [filtering, setFiltering] = useState<boolean>();
  const facets = first?.facets;
  const chips = useFilterChips(search, facets);
  const change = (next: ShopSearch) => goTo(next, { stay: true });
  const showMore = () =>
    void more().then(
      (done) => done && goTo({ ...search, page: (search.page ?? 1) + 1 }, { replace: true, stay: true }),
    );

  return (
    <div className="wrap">
      <ShopHeading search={search} facets={facets} total={first?.totalCount} />
      <SearchBox key={search.q ?? ''} initial={search.q ?? ''} className="mb-6 md:hidden" />
      <div className="grid items-start md:grid-cols-[232px_minmax(0,1fr)] md:gap-8 lg:gap-12">
        <aside aria-label={t.filters} className="max-md:hidden">
          {facets && <FacetPanel facets={facets} search={search} onChange={change} />}
        </aside>
        <div aria-busy={updating}>
          <h2 className="sr-only">{t.things}</h2>
          {first?.totalCount !== 0 && (
            <Toolbar
              search={search}
              shown={products.length}
              total={first?.totalCount}
              onChange={change}
              onFilter={() => setFiltering(true)}
            />
          )}
          {first && first.totalCount > 0 && (
            <ChipRow chips={chips} onTakeOff={change} onClear={() => change(withoutFilters(search))} />
          )}
          {first ? (
            <div className={classes('transition-opacity', updating && 'opacity-60')}>
              {first.totalCount === 0 ? (
                <NothingFound
                  search={search}
                  suggestion={first.suggestion ?? null}
                  chips={chips}
                  onChange={change}
                />
              ) : (
                <ProductGrid products={products} kind="list" eager={3} />
              )}
            </div>
          ) : error ? (
            <ErrorRow title={t.failed} note={t.failedNote} error={error} onRetry={again} />
          ) : (
            <Waiting>
              <ProductGridBones count={9} kind="list" />
            </Waiting>
          )}
          {moreError && (
            <ErrorRow title={t.moreFailed} note={t.failedNote} error={moreError} onRetry={showMore} />
          )}
          {first && hasMore && (
            <div className="mt-12 text-center">
              <Button onClick={showMore} inert={moreBusy}>
                {t.more(f.number(Math.min(pageSize(), first.totalCount - products.length)))}
              </Button>
              <p className="mt-3 text-small text-ink-3">{t.keepsPlace}</p>
            </div>
          )}
        </div>
      </div>
      {facets && filtering !== undefined && (
        <Suspense fallback={null}>
          <FilterSheet
            open={filtering}
            onOpenChange={setFiltering}
            facets={facets}
            search={search}
            total={first.totalCount}
            onChange={change}
          />
        </Suspense>
      )}
    </div>
  );
}
