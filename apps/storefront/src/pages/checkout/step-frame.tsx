import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import { classes } from '../../ui/classes.js';
import { checkoutTexts } from './checkout.texts.js';
import { STEPS, type Step } from './draft.js';

type Props = {
  step: Step;
  state: 'done' | 'now' | 'next';
  /** A finished step shrinks to a sentence. */
  summary?: ReactNode;
  onChange?: () => void;
  children?: ReactNode;
};

/** One step of the checkout: its number or a tick, its title, and what belongs to its state. */
export function StepFrame({ step, state, summary, onChange, children }: Props) {
  const t = useTexts(checkoutTexts);
  const title = t.steps[step];
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(state);
  // Whoever went on to this step, by key or by voice, goes on reading here.
  useEffect(() => {
    if (state === 'now' && before.current !== 'now') heading.current?.focus();
    before.current = state;
  }, [state]);
  return (
    <section className="border-t border-line py-[18px]" aria-current={state === 'now' ? 'step' : undefined}>
      <div className="flex min-h-11 items-center gap-3">
        <span
          aria-hidden="true"
          className={classes(
            'grid size-7 flex-none place-items-center rounded-full border text-small tabular-nums',
            state === 'done' && 'border-sea text-sea',
            state === 'now' && 'border-ink bg-ink text-paper',
            state === 'next' && 'border-rule text-ink-3',
          )}
        >
          {state === 'done' ? <Check className="size-4" strokeWidth={1.5} /> : STEPS.indexOf(step) + 1}
        </span>
        <h2
          ref={heading}
          tabIndex={-1}
          className={classes('flex-1 scroll-mt-24 text-3', state === 'next' && 'text-ink-3')}
        >
          {title}
        </h2>
        {state === 'done' && onChange && (
          <button
            type="button"
            onClick={onChange}
            aria-label={t.changeStep(title)}
            className="link min-h-11 text-small"
          >
            {t.change}
          </button>
        )}
      </div>
      {state === 'done' && <div className="pl-10 text-small text-ink-2">{summary}</div>}
      {state === 'now' && children}
    </section>
  );
}
