import type { ActionOutput, listAccounts, WalletPart } from '@evenkeel/contracts';
import type { Difference } from '../../difference.js';
import { differing, type Sayings, tell } from './compare.js';

export type Account = ActionOutput<typeof listAccounts>['items'][number];

/** One wallet, as loyalty keeps it and as pages show it; null for who does not know it. */
export interface WalletFile {
  readonly customerId: string;
  readonly account: Account | null;
  readonly shown: WalletPart | null;
}

/** R1: pages show the wallets that loyalty keeps, with every entry. */
export function checkWallet({ customerId, account, shown }: WalletFile): Difference[] {
  const about = { class: 'wallet-drifted', subject: customerId } as const;
  if (account && shown) return differing(about, ['loyalty', sayingsOf(account)], ['views', sayingsOf(shown)]);
  if (account) return tell(about, { loyalty: briefly(account), views: 'does not show it' });
  return shown ? tell(about, { loyalty: 'has no such wallet', views: briefly(shown) }) : [];
}

type Wallet = Omit<WalletPart, 'customerId'>;

const sayingsOf = ({ available, frozen, version, entriesCount, entriesSum }: Wallet): Sayings => ({
  available: String(available),
  frozen: String(frozen),
  version: String(version),
  entries: `${entriesCount} of ${entriesSum} in sum`,
});

const briefly = ({ available, version }: Wallet) => `${available} points, version ${version}`;
