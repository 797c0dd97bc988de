import { Link, Outlet } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { useTexts } from '../i18n/i18n-context.js';
import { texts } from '../i18n/texts.js';
import { Wordmark } from '../ui/wordmark.js';
import { Banner } from './banner.js';
import { shellTexts } from './shell.texts.js';
import { SkipLink } from './skip-link.js';
import { useLiveShell } from './use-live-shell.js';

const plainTexts = texts(
  { cards: 'Card numbers go to the bank, never to us' },
  { cards: '卡号只发给银行，不经过我们' },
);

/** The frame of the checkout: nothing leads away but the name of the house. */
export default function PlainLayout() {
  useLiveShell();
  const t = useTexts(plainTexts);
  const shell = useTexts(shellTexts);
  return (
    <div className="min-h-dvh">
      <SkipLink />
      <Banner />
      <header className="border-b border-line">
        <div className="wrap flex h-14 items-center md:h-18">
          <Link to="/" aria-label={shell.home} className="w-[142px] flex-none md:w-[168px]">
            <Wordmark />
          </Link>
          <p className="ml-auto flex items-center gap-2 text-small text-ink-2 max-md:hidden">
            <Lock aria-hidden="true" className="size-4" strokeWidth={1.5} />
            {t.cards}
          </p>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
