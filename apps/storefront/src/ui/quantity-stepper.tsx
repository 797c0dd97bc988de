import { Minus, Plus } from 'lucide-react';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { uiTexts } from './ui.texts.js';

type Props = {
  value: number;
  most: number;
  /** What is counted, for the accessible names. */
  of: string;
  onChange: (value: number) => void;
};

const STEP =
  'grid h-[42px] w-11 place-items-center hover:text-sea aria-disabled:text-ink-3 aria-disabled:cursor-not-allowed';

/** Pieces of one thing; never below one, since taking it out is a step of its own. */
export function QuantityStepper({ value, most, of, onChange }: Props) {
  const t = useTexts(uiTexts);
  const f = useFormats();
  const step = (to: number) => () => {
    if (to >= 1 && to <= most) onChange(to);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not belong here
    <div
      role="group"
      aria-label={`${t.quantity}, ${of}`}
      className="inline-flex items-center rounded-control border border-rule"
    >
      <button
        type="button"
        className={STEP}
        aria-label={t.fewer}
        aria-disabled={value <= 1}
        onClick={step(value - 1)}
      >
        <Minus aria-hidden="true" className="size-4" strokeWidth={1.5} />
      </button>
      <span aria-live="polite" className="min-w-7 text-center text-ui tabular-nums">
        {f.number(value)}
      </span>
      <button
        type="button"
        className={STEP}
        aria-label={t.more}
        aria-disabled={value >= most}
        onClick={step(value + 1)}
      >
        <Plus aria-hidden="true" className="size-4" strokeWidth={1.5} />
      </button>
    </div>
  );
}
