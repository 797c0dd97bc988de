import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { useFeed } from '../../live/use-feed.js';
import { BlankPage } from '../../ui/blank-page.js';
import { Block } from '../../ui/block.js';
import { Button, buttonClass } from '../../ui/button.js';
import { ErrorPage } from '../../ui/error-page.js';
import { PageTitle } from '../../ui/page-title.js';
import { TextPending } from '../pending.js';
import { EntryRows } from './entry-rows.js';
import { Pools } from './pools.js';
import { ENTRIES_AT_ONCE, type WalletEntry, WalletQuery } from './wallet.query.js';
import { walletTexts } from './wallet.texts.js';

/** The shopper's points: what can be used, what is frozen and why, and every entry. */
export default function WalletPage() {
  const t = useTexts(walletTexts);
  const f = useFormats();
  const client = useClient();
  const [{ data, error }, ask] = useQuery({
    query: WalletQuery,
    variables: { first: ENTRIES_AT_ONCE, after: null },
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  useFeed(['WALLET'], again);
  const [older, setOlder] = useState<{ entries: readonly WalletEntry[]; cursor: string | null }>();

  const wallet = data?.wallet;
  // A wallet that did not answer is null as well, and its owner is no guest.
  if (!wallet && error)
    return <ErrorPage title={t.failed} note={t.failedNote} error={error} onRetry={again} />;
  if (!data) return <TextPending />;
  if (!wallet) {
    return (
      <BlankPage
        title={t.guest}
        actions={
          <Link to="/sign-in" search={{ goOn: '/wallet' }} className={buttonClass('primary')}>
            {t.signIn}
          </Link>
        }
      >
        {t.guestNote}
      </BlankPage>
    );
  }
  const { available, frozen, worth, entries } = wallet;
  const cursor = older
    ? older.cursor
    : entries.pageInfo.hasNextPage
      ? (entries.pageInfo.endCursor ?? null)
      : null;
  const more = async () => {
    const answer = await client.query(WalletQuery, { first: ENTRIES_AT_ONCE, after: cursor }).toPromise();
    const page = answer.data?.wallet?.entries;
    if (!page) return;
    setOlder({
      entries: [...(older?.entries ?? []), ...page.nodes],
      cursor: page.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null,
    });
  };

  return (
    <div className="wrap max-w-[calc(1080px+2*var(--gutter))] pt-12">
      <PageTitle>{t.title}</PageTitle>
      <h1 className="text-small tracking-normal text-ink-3">{t.title}</h1>
      <p className="mt-2.5 flex flex-wrap items-baseline gap-x-4">
        <span className="-ml-[0.04em] text-[clamp(3.5rem,2rem+5vw,5.5rem)]/none font-[350] tracking-[-0.05em]">
          {f.number(available)}
        </span>
        <span className="text-ink-2">{t.usable}</span>
      </p>
      <p className="mt-2 text-small text-ink-3 tabular-nums">{t.worth(f.money(worth))}</p>
      <Pools available={available} frozen={frozen} />
      <div className="mt-12 grid items-start gap-8 md:grid-cols-[7fr_5fr] md:gap-[clamp(32px,6vw,88px)]">
        <section>
          <h2 className="mb-2.5 text-2">{t.entries}</h2>
          {entries.nodes.length === 0 ? (
            <p className="text-ink-2">
              {t.empty}. {t.emptyNote}
            </p>
          ) : (
            <table className="w-full text-small">
              <thead>
                <tr className="border-b border-line text-micro text-ink-3 [&>th]:py-2 [&>th]:pr-3 [&>th:last-child]:pr-0">
                  <th scope="col">{t.when}</th>
                  <th scope="col">{t.what}</th>
                  <th scope="col" className="text-right!">
                    {t.change}
                  </th>
                  <th scope="col" className="text-right!">
                    {t.balance}
                  </th>
                </tr>
              </thead>
              <tbody>
                <EntryRows entries={[...entries.nodes, ...(older?.entries ?? [])]} />
              </tbody>
            </table>
          )}
          {cursor && (
            <Button size="small" className="mt-4" onClick={() => void more()}>
              {t.more}
            </Button>
          )}
        </section>
        <div>
          <Block title={t.frozenTitle}>
            <p className="text-small text-ink-2">
              {frozen > 0 ? t.frozenNote(f.number(frozen)) : t.noneFrozen}
            </p>
          </Block>
          <Block title={t.earnTitle}>
            <p className="text-small text-ink-2">{t.earnNote}</p>
          </Block>
        </div>
      </div>
    </div>
  );
}
