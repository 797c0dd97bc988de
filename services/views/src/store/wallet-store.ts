import { type Page, pageFrom, type WalletChange } from '@evenkeel/contracts';
import type { CustomerId } from '@evenkeel/kernel';
import type { Models, WalletDocument } from './models.js';
import { upsertNewest } from './upsert-newest.js';

export interface WalletPage {
  readonly wallet: WalletDocument;
  readonly entries: Page<WalletChange['entries'][number]>;
}

/** Read models of wallets: the newest state, and every entry once. */
export interface WalletStore {
  apply(changes: readonly { customerId: CustomerId; wallet: WalletChange }[]): Promise<void>;
  /** Keeps entries of wallets whose state is told elsewhere. */
  keepEntries(entries: readonly OwnedEntry[]): Promise<void>;
  get(customerId: CustomerId, page: { first: number; after: string | null }): Promise<WalletPage | null>;
}

export type OwnedEntry = WalletChange['entries'][number] & { readonly customerId: CustomerId };

export function walletStore({
  wallets,
  walletEntries,
}: Pick<Models, 'wallets' | 'walletEntries'>): WalletStore {
  async function keepEntries(entries: readonly OwnedEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await walletEntries.collection.bulkWrite(
      entries.map((entry) => ({
        replaceOne: { filter: { _id: entry.id }, replacement: { _id: entry.id, ...entry }, upsert: true },
      })) as never,
      { ordered: false },
    );
  }

  return {
    keepEntries,
    async apply(changes) {
      if (changes.length === 0) return;
      await upsertNewest(
        wallets,
        changes.map(({ customerId, wallet }) => ({
          _id: customerId as string,
          available: wallet.available,
          frozen: wallet.frozen,
          version: wallet.version,
        })),
      );
      await keepEntries(
        changes.flatMap(({ customerId, wallet }) =>
          wallet.entries.map((entry) => ({ customerId, ...entry })),
        ),
      );
    },
    async get(customerId, { first, after }) {
      const wallet = await wallets.findOne({ _id: customerId }).lean();
      if (!wallet) return null;
      // Entry ids are UUIDv7: their order is that of the entries.
      const found = await walletEntries
        .find({ customerId, ...(after ? { _id: { $lt: after } } : {}) })
        .sort({ _id: -1 })
        .limit(first + 1)
        .lean();
      const entries = pageFrom(found, first, {
        cursor: ({ _id }) => _id,
        item: ({ _id, customerId: _, ...entry }) => entry as WalletChange['entries'][number],
      });
      return { wallet: wallet as WalletDocument, entries };
    },
  };
}
