import { lazy, Suspense } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { texts } from '../i18n/texts.js';
import { useShell } from '../shell/shell.query.js';

const Bench = lazy(() => import('./bench.js'));

const shelvesTexts = texts({ title: 'Or walk along the shelves' }, { title: '也可以沿着货架走走' });

/** The departments once more, where a page has nothing of its own to show. */
export function OtherShelves({ className }: { className: string }) {
  const t = useTexts(shelvesTexts);
  const { departments } = useShell();
  if (!departments) return null;
  return (
    <section className={className}>
      <h2 className="mb-2 text-small font-plain text-ink-3">{t.title}</h2>
      <Suspense fallback={null}>
        <Bench departments={departments} />
      </Suspense>
    </section>
  );
}
