import { CircleAlert } from 'lucide-react';
import { type ComponentProps, useId } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { classes } from './classes.js';
import { uiTexts } from './ui.texts.js';

type Props = ComponentProps<'input'> & {
  label: string;
  error?: string | undefined;
  /** A quiet line below, where there is no error. */
  hint?: string;
  optional?: boolean;
};

/** A labelled line of input; an error says in words what would be right. */
export function Field({ label, error, hint, optional = false, className, ...input }: Props) {
  const id = useId();
  const t = useTexts(uiTexts);
  const note = error ?? hint;
  return (
    <div className={classes('mt-4', className)}>
      <label htmlFor={id} className="mb-1.5 block text-small">
        {label}
        {optional && <span className="text-ink-3"> · {t.optional}</span>}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className={classes(
          'h-12 w-full scroll-mt-36 rounded-control border bg-raised px-3.5 tabular-nums',
          error ? 'border-ember ring-1 ring-ember ring-inset' : 'border-rule hover:border-ink',
        )}
      />
      {error ? (
        <p id={`${id}-note`} className="mt-1.5 flex items-start gap-1.5 text-small text-ember">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 flex-none" strokeWidth={1.5} />
          {error}
        </p>
      ) : (
        hint && (
          <p id={`${id}-note`} className="mt-1.5 text-small text-ink-3">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
