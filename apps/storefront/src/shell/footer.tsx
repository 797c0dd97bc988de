import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/i18n-context.js';
import { Mark } from '../ui/mark.js';
import { FooterSettings } from './footer-settings.js';
import { shellTexts } from './shell.texts.js';

function Column({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-2 text-small">{title}</h2>
      <ul className="text-small text-ink-2 [&_a]:flex [&_a]:min-h-11 [&_a]:items-center [&_a:hover]:text-ink md:[&_a]:min-h-8">
        {children}
      </ul>
    </div>
  );
}

/** The foot of every page: the few other places of the house, and its light and language. */
export function Footer() {
  const t = useTexts(shellTexts);
  return (
    <footer className="mt-16 border-t border-line py-12 md:mt-24">
      <div className="wrap grid grid-cols-2 gap-8 md:grid-cols-[1.6fr_repeat(4,1fr)]">
        <div className="max-md:col-span-2">
          <Mark className="mb-3.5 w-8" />
          <p className="max-w-[32ch] text-balance text-small text-ink-2">{t.promise}</p>
        </div>
        <Column title={t.shop}>
          <li>
            <Link to="/shop">{t.everything}</Link>
          </li>
          <li>
            <Link to="/shop" search={{ sort: 'newest' }}>
              {t.newest}
            </Link>
          </li>
          <li>
            <Link to="/" hash="makers">
              {t.makers}
            </Link>
          </li>
        </Column>
        <Column title={t.help}>
          <li>
            <Link to="/help" hash="delivery">
              {t.delivery}
            </Link>
          </li>
          <li>
            <Link to="/help" hash="returns">
              {t.returns}
            </Link>
          </li>
          <li>
            <Link to="/help" hash="care">
              {t.care}
            </Link>
          </li>
        </Column>
        <Column title={t.counter}>
          <li>
            <Link to="/orders">{t.yourOrders}</Link>
          </li>
          <li>
            <Link to="/help" hash="travel">
              {t.travel}
            </Link>
          </li>
          <li>
            <Link to="/help" hash="cards">
              {t.testCards}
            </Link>
          </li>
        </Column>
        <FooterSettings />
      </div>
    </footer>
  );
}
