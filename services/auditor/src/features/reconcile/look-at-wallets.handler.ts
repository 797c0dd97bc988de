import { type ActionOutput, eachPage, listAccounts, listWalletPartsOfViews } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { Difference } from '../../difference.js';
import { checkWallet, type WalletFile } from './check-wallet.js';

const FIRST = 100;

/** Holds what pages show of every wallet against loyalty. */
export async function lookAtWallets(call: House['call']): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (let from: string | null = null; ; ) {
    const accounts: ActionOutput<typeof listAccounts> = await call(listAccounts, {
      first: FIRST,
      after: from,
    });
    const files = new Map<string, WalletFile>();
    const put = (customerId: string, part: Partial<WalletFile>) =>
      files.set(customerId, { ...(files.get(customerId) ?? emptyFile(customerId)), ...part });
    for (const account of accounts.items) put(account.customerId, { account });
    const start = from;
    await eachPage(
      (after) => call(listWalletPartsOfViews, { first: FIRST, after: after ?? start, upTo: accounts.next }),
      async (parts) => parts.forEach((shown) => void put(shown.customerId, { shown })),
    );
    differences.push(...[...files.values()].flatMap(checkWallet));
    if (accounts.next === null) return differences;
    from = accounts.next;
  }
}

const emptyFile = (customerId: string): WalletFile => ({ customerId, account: null, shown: null });
