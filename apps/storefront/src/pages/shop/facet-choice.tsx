import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormats } from '../../i18n/i18n-context.js';
import { classes } from '../../ui/classes.js';

type Props = {
  kind: 'checkbox' | 'radio';
  name: string;
  checked: boolean;
  count: number;
  onChange: () => void;
  children: ReactNode;
};

/** One value of a facet: box, label, and how many it would leave. */
export function FacetChoice({ kind, name, checked, count, onChange, children }: Props) {
  const f = useFormats();
  return (
    <label
      className={classes(
        'flex min-h-11 cursor-pointer items-center gap-2.5 text-small hover:text-sea md:min-h-9',
        count === 0 && !checked && 'text-ink-3',
      )}
    >
      <span className="relative grid size-[18px] flex-none place-items-center">
        <input
          type={kind}
          name={name}
          checked={checked}
          // A radio that is on can be taken off again, as a checkbox can.
          onClick={kind === 'radio' && checked ? onChange : undefined}
          onChange={onChange}
          className={classes(
            'peer absolute inset-0 m-0 cursor-pointer appearance-none border border-rule bg-raised',
            kind === 'radio'
              ? 'rounded-full checked:border-[6px] checked:border-sea'
              : 'rounded-tag checked:border-sea checked:bg-sea',
          )}
        />
        {kind === 'checkbox' && (
          <Check
            aria-hidden="true"
            className="pointer-events-none invisible relative size-3.5 text-on-sea peer-checked:visible"
            strokeWidth={2.5}
          />
        )}
      </span>
      <span>{children}</span>
      <span className="ml-auto text-ink-3 tabular-nums">{f.number(count)}</span>
    </label>
  );
}
