import { X } from 'lucide-react';
import { useTexts } from '../../i18n/i18n-context.js';
import type { FilterChip } from './filter-chips.js';
import { shopTexts } from './shop.texts.js';
import type { ShopSearch } from './shop-search.js';

type Props = { chips: readonly FilterChip[]; onTakeOff: (next: ShopSearch) => void; onClear?: () => void };

/** What is on, each with its way off. */
export function ChipRow({ chips, onTakeOff, onClear }: Props) {
  const t = useTexts(shopTexts);
  if (chips.length === 0) return null;
  return (
    <ul aria-label={t.filters} className="mb-6 flex flex-wrap gap-2">
      {chips.map(({ key, label, without }) => (
        <li key={key}>
          <button
            type="button"
            aria-label={t.drop(label)}
            onClick={() => onTakeOff(without)}
            className="inline-flex min-h-11 items-center gap-2 rounded-control border border-rule px-3 text-small whitespace-nowrap tabular-nums hover:border-ink md:min-h-9"
          >
            {label}
            <X aria-hidden="true" className="size-4" strokeWidth={1.5} />
          </button>
        </li>
      ))}
      {onClear && (
        <li>
          <button type="button" onClick={onClear} className="link min-h-11 px-1 text-small md:min-h-9">
            {t.clear}
          </button>
        </li>
      )}
    </ul>
  );
}
