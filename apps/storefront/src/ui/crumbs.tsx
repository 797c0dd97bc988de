import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { uiTexts } from './ui.texts.js';

/** The way back up; the last step is where one stands. */
export function Crumbs({ trail, here }: { trail: readonly ReactNode[]; here: ReactNode }) {
  const t = useTexts(uiTexts);
  return (
    <nav aria-label={t.whereYouAre} className="flex h-14 items-center overflow-hidden text-small text-ink-3">
      <ol className="flex items-center gap-2 whitespace-nowrap">
        {trail.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the trail is as fixed as the path
          <li key={place} className="flex items-center gap-2 [&>a]:py-2 [&>a:hover]:text-ink">
            {step}
            <ChevronRight aria-hidden="true" className="size-4" strokeWidth={1.5} />
          </li>
        ))}
        <li aria-current="page" className="truncate text-ink-2">
          {here}
        </li>
      </ol>
    </nav>
  );
}
