import { eachPage, listAccounts, listEntries, type Repaired, type WalletPart } from '@evenkeel/contracts';
import type { CustomerId } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import type { OwnedPurse, PurseStore } from '../../store/purse-store.js';
import type { OwnedEntry } from '../../store/wallet-store.js';
import type { Turnstile } from '../../turnstile.js';

const FIRST = 100;
/** Under other ids loyalty has nothing. */
const ID = /^[0-9a-f-]{36}$/;

interface Parts {
  readonly call: House['call'];
  readonly purses: Pick<PurseStore, 'see' | 'replace'>;
  readonly turnstile: Turnstile;
}

/**
 * Builds what pages show of one wallet anew, from loyalty; one that nobody owns is taken out. Loyalty is asked after it
 * was read: what it says is at least as new, unless somebody spoiled it.
 */
export const rebuildWallet =
  ({ call, purses, turnstile }: Parts) =>
  (customerId: string, dryRun: boolean): Promise<Repaired> =>
    turnstile.pass(async () => {
      const before = await purses.see(customerId);
      const owned = await askLoyalty(call, customerId);
      const [from, to] = [wordsOf(before.part), wordsOf(owned && partOf(owned))];
      if (dryRun) return { needed: from !== to, from, to };
      await purses.replace(before, owned);
      return { needed: from !== to, from, to: wordsOf((await purses.see(customerId)).part) };
    });

async function askLoyalty(call: Parts['call'], id: string): Promise<OwnedPurse | null> {
  const customerId = id as CustomerId;
  const [account] = ID.test(id) ? (await call(listAccounts, { first: 1, customerId })).items : [];
  if (!account) return null;
  const entries: OwnedEntry[] = [];
  // Last: they may be newer than the account, and never older.
  await eachPage(
    (after) => call(listEntries, { first: FIRST, after, customerId }),
    (page) => Promise.resolve(entries.push(...page)),
  );
  const { available, frozen, version } = account;
  return { wallet: { _id: customerId, available, frozen, version }, entries };
}

const partOf = ({ wallet: { _id, ...wallet }, entries }: OwnedPurse): WalletPart => ({
  customerId: _id,
  ...wallet,
  entriesCount: entries.length,
  entriesSum: entries.reduce((sum, { points }) => sum + points, 0),
});

const wordsOf = (part: WalletPart | null): string =>
  part === null
    ? 'not shown'
    : `${part.available} points, ${part.frozen} frozen, version ${part.version}, ` +
      `${part.entriesCount} entries of ${part.entriesSum}`;
