import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { classes } from './classes.js';
import { uiTexts } from './ui.texts.js';

const PATIENCE_MS = 300;

/** True once waiting has become noticeable; a quick answer never flashes a skeleton. */
function useImpatience(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

/** Holds the geometry of what is coming; still, and visible only after a moment. */
export function Waiting({ children }: { children: React.ReactNode }) {
  const late = useImpatience();
  const t = useTexts(uiTexts);
  return (
    <div role="status" className={late ? undefined : 'invisible'}>
      <span className="sr-only">{t.loading}</span>
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
