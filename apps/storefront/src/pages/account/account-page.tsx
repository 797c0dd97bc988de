import { Link, type LinkProps } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { useShell } from '../../shell/shell.query.js';
import { Button, buttonClass } from '../../ui/button.js';
import { PageTitle } from '../../ui/page-title.js';
import { useIdentity } from '../sign-in/use-identity.js';
import { accountTexts } from './account.texts.js';
import { Preferences } from './preferences.js';

function Place({ to, title, note }: { to: LinkProps['to']; title: string; note: string }) {
  return (
    <li className="border-t border-line last:border-b">
      <Link to={to} className="group flex min-h-18 items-center justify-between gap-4">
        <span>
          <span className="block font-strong decoration-rule underline-offset-4 group-hover:underline">
            {title}
          </span>
          <span className="block text-small text-ink-3 tabular-nums">{note}</span>
        </span>
        <ChevronRight
          aria-hidden="true"
          className="size-5 text-ink-3 group-hover:text-sea"
          strokeWidth={1.5}
        />
      </Link>
    </li>
  );
}

/** Who one is here, and the places that are one's own. */
export default function AccountPage() {
  const t = useTexts(accountTexts);
  const f = useFormats();
  const { viewer } = useShell();
  const { signOut, busy } = useIdentity();
  const [refusal, setRefusal] = useState<string | null>(null);
  const guest = viewer?.kind === 'GUEST';
  const points = viewer?.wallet?.available;
  return (
    <div className="wrap max-w-[calc(1080px+2*var(--gutter))] pt-[clamp(32px,5vw,64px)]">
      <PageTitle>{t.title}</PageTitle>
      <div className="min-h-60 sm:min-h-40">
        <h1 className="text-1">{viewer && (guest ? t.guest : t.hello(viewer.name ?? ''))}</h1>
        {guest && <p className="mt-2 max-w-[52ch] text-ink-2">{t.guestNote}</p>}
        {viewer && !guest && <p className="mt-2 text-ink-2">{viewer.email}</p>}
        {viewer && (
          <div className="mt-5 flex flex-wrap gap-x-5 gap-y-3">
            {guest ? (
              <>
                <Link to="/sign-in" className={buttonClass('primary')}>
                  {t.signIn}
                </Link>
                <Link to="/sign-in" search={{ new: true }} className={buttonClass('text')}>
                  {t.signUp}
                </Link>
              </>
            ) : (
              <Button inert={busy} onClick={() => void signOut().then(setRefusal)}>
                {t.signOut}
              </Button>
            )}
          </div>
        )}
        {refusal && (
          <p role="alert" className="mt-3 text-small text-ember">
            {refusal}
          </p>
        )}
      </div>
      <div className="mt-10 grid items-start gap-12 md:grid-cols-2 md:gap-[clamp(32px,6vw,88px)]">
        <ul>
          <Place to="/orders" title={t.orders} note={t.ordersNote} />
          {points !== undefined && (
            <Place to="/wallet" title={t.wallet} note={t.walletNote(f.number(points))} />
          )}
          <Place to="/favourites" title={t.favourites} note={t.favouritesNote} />
        </ul>
        <Preferences />
      </div>
    </div>
  );
}
