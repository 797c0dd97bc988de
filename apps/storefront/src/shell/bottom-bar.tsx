import { Link, type LinkProps } from '@tanstack/react-router';
import { Heart, House, type LucideIcon, Package, Search, UserRound } from 'lucide-react';
import { useTexts } from '../i18n/i18n-context.js';
import { shellTexts } from './shell.texts.js';

const PLACES = [
  { to: '/', icon: House, text: 'start', exact: true },
  { to: '/shop', icon: Search, text: 'browse', exact: false },
  { to: '/favourites', icon: Heart, text: 'favourites', exact: false },
  { to: '/orders', icon: Package, text: 'orders', exact: false },
  { to: '/account', icon: UserRound, text: 'you', exact: false },
] as const satisfies { to: LinkProps['to']; icon: LucideIcon; text: string; exact: boolean }[];

/** Where the thumb is, on a phone. */
export function BottomBar() {
  const t = useTexts(shellTexts);
  return (
    <nav
      aria-label={t.main}
      className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-5 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {PLACES.map(({ to, icon: Icon, text, exact }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact, includeSearch: false }}
          className="grid h-16 content-center justify-items-center gap-[3px] text-[0.6875rem]/[1.2] text-ink-2 data-[status=active]:font-strong data-[status=active]:text-ink data-[status=active]:shadow-[inset_0_2px_0_var(--sea)]"
        >
          <Icon aria-hidden="true" className="size-5" strokeWidth={1.5} />
          <span>{t[text]}</span>
        </Link>
      ))}
    </nav>
  );
}
