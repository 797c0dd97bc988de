import { Check } from 'lucide-react';
import { useFormats } from '../../i18n/i18n-context.js';
import type { Facets } from './shop.query.js';

type Props = { colour: Facets['colours'][number]; checked: boolean; onChange: () => void };

/** One colour to narrow by: its dot is the box, ringed and ticked when it is on. */
export function ColourChoice({ colour, checked, onChange }: Props) {
  const f = useFormats();
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-2.5 text-small hover:text-sea md:min-h-9">
      <span className="relative grid size-5 flex-none place-items-center">
        <input
          type="checkbox"
          name="colour"
          checked={checked}
          onChange={onChange}
          style={{ background: colour.swatch ?? 'var(--well)' }}
          className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-full! border border-[color-mix(in_oklch,var(--ink)_30%,transparent)] checked:ring-2 checked:ring-ink checked:ring-offset-2 checked:ring-offset-paper"
        />
        {checked && (
          <Check
            aria-hidden="true"
            className="pointer-events-none relative size-3 text-paper mix-blend-difference"
            strokeWidth={3}
          />
        )}
      </span>
      <span className="truncate">{colour.label}</span>
      <span className="ml-auto text-ink-3 tabular-nums">{f.number(colour.count)}</span>
    </label>
  );
}
