import { Link, useSearch } from '@tanstack/react-router';
import { Heart, UserRound, Waves } from 'lucide-react';
import { useFormats, useTexts } from '../i18n/i18n-context.js';
import { iconButtonClass } from '../ui/icon-button-class.js';
import { Wordmark } from '../ui/wordmark.js';
import { BasketButton } from './basket-button.js';
import { LanguageButton } from './language-button.js';
import { SearchBox } from './search-box.js';
import { useShell } from './shell.query.js';
import { shellTexts } from './shell.texts.js';

const DEPARTMENT =
  'group flex h-11 items-center px-2.5 text-ui whitespace-nowrap text-ink-2 hover:text-ink data-[status=active]:text-ink';

/** The head of every page: departments, search, points, account and basket. */
export function Header() {
  const t = useTexts(shellTexts);
  const f = useFormats();
  const { viewer, cart, departments } = useShell();
  const points = viewer?.wallet?.available;
  const searched = useSearch({ strict: false, select: ({ q }) => q ?? '' });
  return (
    <header className="border-b border-line">
      <div className="wrap flex h-14 items-center gap-2 md:h-18 md:gap-5 xl:gap-8">
        <Link to="/" aria-label={t.home} className="w-[142px] flex-none md:w-[168px]">
          <Wordmark />
        </Link>
        <nav aria-label={t.departments} className="hidden min-w-0 gap-0.5 lg:flex">
          {departments?.map(({ key, label }) => (
            <Link
              key={key}
              to="/shop"
              search={{ department: [key] }}
              activeOptions={{ includeSearch: true }}
              className={DEPARTMENT}
            >
              <span className="decoration-sea decoration-2 underline-offset-[9px] group-data-[status=active]:underline">
                {label}
              </span>
            </Link>
          ))}
        </nav>
        <SearchBox
          key={searched}
          initial={searched}
          className="ml-auto hidden w-[150px] md:block xl:w-[196px]"
        />
        <div className="-mr-3 flex items-center max-md:ml-auto">
          <LanguageButton className="hidden md:flex" />
          {points !== undefined && (
            <Link
              to="/wallet"
              aria-label={t.wallet(f.number(points))}
              className="hidden h-11 items-center gap-1.5 px-2.5 text-small whitespace-nowrap tabular-nums hover:text-sea md:flex"
            >
              <Waves aria-hidden="true" className="size-4" strokeWidth={1.5} />
              {t.points(f.number(points))}
            </Link>
          )}
          <Link to="/favourites" aria-label={t.favourites} className={`${iconButtonClass} max-md:hidden`}>
            <Heart aria-hidden="true" className="size-5" strokeWidth={1.5} />
          </Link>
          <Link to="/account" aria-label={t.account} className={`${iconButtonClass} max-md:hidden`}>
            <UserRound aria-hidden="true" className="size-5" strokeWidth={1.5} />
          </Link>
          <BasketButton count={cart?.quantity ?? 0} />
        </div>
      </div>
    </header>
  );
}
