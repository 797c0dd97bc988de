import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { Button } from '../../ui/button.js';
import { Panel } from '../../ui/panel.js';
import { FacetPanel } from './facet-panel.js';
import type { Facets } from './shop.query.js';
import { shopTexts } from './shop.texts.js';
import { type ShopSearch, withoutFilters } from './shop-search.js';

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  facets: Facets;
  search: ShopSearch;
  total: number;
  onChange: (next: ShopSearch) => void;
};

/** The filters on a phone; what they leave stands in the button. */
export default function FilterSheet({ open, onOpenChange, facets, search, total, onChange }: Props) {
  const t = useTexts(shopTexts);
  const f = useFormats();
  return (
    <Panel
      kind="sheet"
      open={open}
      onOpenChange={onOpenChange}
      title={t.filter}
      footer={
        <div className="flex gap-6">
          <button
            type="button"
            onClick={() => onChange(withoutFilters(search))}
            className="link min-h-12 px-3"
          >
            {t.clear}
          </button>
          <Button look="primary" className="flex-1" onClick={() => onOpenChange(false)}>
            {t.show(f.number(total))}
          </Button>
        </div>
      }
    >
      <div className="[&>fieldset:first-child]:border-t-0">
        <FacetPanel facets={facets} search={search} onChange={onChange} />
      </div>
    </Panel>
  );
}
