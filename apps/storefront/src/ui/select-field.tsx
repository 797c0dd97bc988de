import { ChevronDown } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { classes } from './classes.js';

type Props = ComponentProps<'select'> & { label: string; error?: string | undefined };

/** A labelled choice; the list is the system's own, which is at home on every device. */
export function SelectField({ label, error, className, children, ...select }: Props) {
  const id = useId();
  return (
    <div className={classes('mt-4', className)}>
      <label htmlFor={id} className="mb-1.5 block text-small">
        {label}
      </label>
      <div className="relative">
        <select
          {...select}
          id={id}
          aria-invalid={error ? true : undefined}
          className="h-12 w-full cursor-pointer appearance-none rounded-control border border-rule bg-raised pr-10 pl-3.5 hover:border-ink"
        >
          {children}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-4 right-3.5 size-4"
          strokeWidth={1.5}
        />
      </div>
      {error && <p className="mt-1.5 text-small text-ember">{error}</p>}
    </div>
  );
}
