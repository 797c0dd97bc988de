import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.js';

export interface TimelineStep {
  readonly key: string;
  /** done · now · unsettled: we do not know yet · next · stopped: it ended here. */
  readonly mark: 'done' | 'now' | 'unsettled' | 'next' | 'stopped';
  readonly title: string;
  readonly note?: ReactNode;
  readonly time?: string;
}

function Dot({ mark }: { mark: TimelineStep['mark'] }) {
  const base = 'relative z-1 mt-[3px] grid size-[19px] place-items-center rounded-full bg-paper';
  switch (mark) {
    case 'done':
      return (
        <span className={classes(base, 'bg-sea! text-on-sea')}>
          <Check aria-hidden="true" className="size-[13px]" strokeWidth={2.5} />
        </span>
      );
    case 'now':
      return (
        <span className={classes(base, 'border-2 border-ink')}>
          <span className="size-[7px] rounded-full bg-ink" />
        </span>
      );
    case 'unsettled':
      return <span className={classes(base, 'hatch border-2 border-ink [--c:var(--ink)]')} />;
    case 'stopped':
      return (
        <span className={classes(base, 'border-2 border-ember')}>
          <span className="h-0.5 w-[9px] bg-ember" />
        </span>
      );
    case 'next':
      return <span className={classes(base, 'border border-rule')} />;
  }
}

/** Past, now and next of one order; the line behind the past is solid, the way ahead is dotted. */
export function Timeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <ol aria-label={label}>
      {steps.map((step, place) => (
        <li
          key={step.key}
          aria-current={step.mark === 'now' || step.mark === 'unsettled' ? 'step' : undefined}
          className="relative grid grid-cols-[28px_1fr_auto] gap-x-3.5 pb-[22px]"
        >
          {place < steps.length - 1 && (
            <span
              aria-hidden="true"
              className={classes(
                'absolute top-5 -bottom-0.5 left-[9px] w-px',
                step.mark === 'done'
                  ? 'bg-sea'
                  : 'bg-[repeating-linear-gradient(var(--rule)_0_3px,transparent_3px_7px)]',
              )}
            />
          )}
          <Dot mark={step.mark} />
          <div>
            <p className={step.mark === 'next' ? 'text-ink-3' : 'font-strong'}>{step.title}</p>
            {step.note && <div className="text-small text-ink-2">{step.note}</div>}
          </div>
          <span className="pt-0.5 text-right text-small text-ink-3 tabular-nums max-sm:max-w-[5.5em] sm:whitespace-nowrap">
            {step.time}
          </span>
        </li>
      ))}
    </ol>
  );
}
