import { Link } from '@tanstack/react-router';
import { OtherShelves } from '../../departments/other-shelves.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { buttonClass } from '../../ui/button.js';
import { Mark } from '../../ui/mark.js';
import { ChipRow } from './chip-row.js';
import type { FilterChip } from './filter-chips.js';
import { shopTexts } from './shop.texts.js';
import type { ShopSearch } from './shop-search.js';

type Props = {
  search: ShopSearch;
  suggestion: string | null;
  chips: readonly FilterChip[];
  onChange: (next: ShopSearch) => void;
};

/** No results: a better spelling, the filters that could go, and the way to everything. */
export function NothingFound({ search, suggestion, chips, onChange }: Props) {
  const t = useTexts(shopTexts);
  return (
    <div className="grid justify-items-start gap-4 py-8">
      <Mark className="w-14 text-ink-3" />
      <div>
        <h2 className="text-3">{search.q && chips.length === 0 ? t.noneFor(search.q) : t.none}</h2>
        {suggestion && (
          <p className="mt-1 text-ink-2">
            {t.didYouMean}{' '}
            <Link to="/shop" search={{ q: suggestion }} className="link font-strong text-ink">
              {suggestion}
            </Link>
          </p>
        )}
        {chips.length > 0 && <p className="mt-1 text-ink-2">{t.noneNote}</p>}
      </div>
      <ChipRow chips={chips} onTakeOff={onChange} />
      <Link to="/shop" search={{}} className={buttonClass('quiet', 'small')}>
        {t.seeEverything}
      </Link>
      <OtherShelves className="mt-8 w-full" />
    </div>
  );
}
