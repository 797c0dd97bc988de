import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { uiTexts } from '../ui/ui.texts.js';
import type { Swatch } from './card-facts.js';

const SHOWN = 5;

/** The colours in a row of dots, named for those who do not see them. */
export function Swatches({ swatches }: { swatches: readonly Swatch[] }) {
  const t = useTexts(uiTexts);
  const f = useFormats();
  if (swatches.length < 2) return null;
  return (
    <span
      role="img"
      aria-label={t.comesIn(f.list(swatches.map(({ label }) => label)))}
      className="flex items-center gap-1.5"
    >
      {swatches.slice(0, SHOWN).map(({ key, colour }) => (
        <SwatchDot key={key} colour={colour} />
      ))}
      {swatches.length > SHOWN && <span aria-hidden="true">+{swatches.length - SHOWN}</span>}
    </span>
  );
}

export function SwatchDot({ colour, large = false }: { colour: string; large?: boolean }) {
  return (
    <i
      aria-hidden="true"
      className={`${large ? 'size-5' : 'size-3.5'} flex-none rounded-full border border-[color-mix(in_oklch,var(--ink)_30%,transparent)]`}
      style={{ background: colour }}
    />
  );
}
