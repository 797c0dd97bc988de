import { ChevronDown, SlidersHorizontal } from 'lucide-react';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { sortOf } from './shop.query.js';
import { shopTexts } from './shop.texts.js';
import { changed, filterCount, type ShopSearch, SORTS } from './shop-search.js';

type Props = {
  search: ShopSearch;
  shown: number;
  total: number | undefined;
  onChange: (next: ShopSearch) => void;
  onFilter: () => void;
};

/** Above the things: how many, in which order; on a phone the door to the filters. */
export function Toolbar({ search, shown, total, onChange, onFilter }: Props) {
  const t = useTexts(shopTexts);
  const f = useFormats();
  const filters = filterCount(search);
  const sorts = SORTS.filter((name) => name !== 'relevance' || search.q);
  return (
    <div className="mb-6 flex min-h-13 items-center justify-between gap-4 border-y border-line text-small">
      <button type="button" onClick={onFilter} className="flex min-h-11 items-center gap-2 md:hidden">
        <SlidersHorizontal aria-hidden="true" className="size-4" strokeWidth={1.5} />
        {t.filter}
        {filters > 0 && <span className="text-ink-3 tabular-nums">{f.number(filters)}</span>}
      </button>
      <p role="status" className="text-ink-3 tabular-nums max-md:sr-only">
        {total !== undefined && t.showing(f.number(shown), f.number(total))}
      </p>
      <label className="relative flex min-h-11 items-center">
        <span className="text-ink-3">{t.sort}:&nbsp;</span>
        <select
          value={sortOf(search)}
          onChange={(event) => onChange(changed(search, { sort: event.target.value }))}
          className="cursor-pointer appearance-none bg-paper py-2 pr-6 [field-sizing:content]"
        >
          {sorts.map((name) => (
            <option key={name} value={name}>
              {t.sorts[name]}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute right-0 size-4"
          strokeWidth={1.5}
        />
      </label>
    </div>
  );
}
