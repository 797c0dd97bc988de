import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { classes } from './classes.js';
import { uiTexts } from './ui.texts.js';

/** A quick answer never flashes a skeleton. */
const NOTICED_MS = 300;
const LONG_MS = 6_000;

function useWaited(ms: number): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return over;
}

/** Holds the geometry of what is coming; still, visible only after a moment, and with a word once it takes long. */
export function Waiting({ children }: { children: React.ReactNode }) {
  const noticed = useWaited(NOTICED_MS);
  const long = useWaited(LONG_MS);
  const t = useTexts(uiTexts);
  return (
    <div role="status" data-waiting="" className={noticed ? undefined : 'invisible'}>
      <p className={long ? 'pt-4 text-small text-ink-2' : 'sr-only'}>{long ? t.slow : t.loading}</p>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

export function Bone({ className }: { className?: string }) {
  return <span className={classes('block rounded-tag bg-well', className)} />;
}

/** As many cards as will stand there, with the geometry of a card. */
export function CardBones({ count, className }: { count: number; className: string }) {
  return (
    <div className={className}>
      {Array.from({ length: count }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bones have no identity
        <div key={place}>
          <Bone className="aspect-square rounded-picture" />
          <Bone className="mt-3 h-3 w-[72%]" />
          <Bone className="mt-2 h-2.5 w-[44%]" />
          <Bone className="mt-3 mb-7 h-3 w-[28%]" />
        </div>
      ))}
    </div>
  );
}
