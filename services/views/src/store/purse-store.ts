import type { WalletPart } from '@evenkeel/contracts';
import type { Models, WalletDocument } from './models.js';
import { idsIn, type Range } from './range.js';
import { removeSeen, replaceSeen, seenOf } from './replace-seen.js';
import { type OwnedEntry, walletStore } from './wallet-store.js';

/** What somebody else wrote may lack anything. */
type Found = Partial<WalletDocument> & Pick<WalletDocument, '_id'>;

/** All that was there of one wallet when it was read. */
export interface SeenPurse {
  /** Null for one that no page shows. */
  readonly part: WalletPart | null;
  readonly seen: ReturnType<typeof seenOf>;
  readonly entryIds: readonly string[];
}

/** A wallet and all its entries, as loyalty keeps them. */
export interface OwnedPurse {
  readonly wallet: WalletDocument;
  readonly entries: readonly OwnedEntry[];
}

export type PurseStore = ReturnType<typeof purseStore>;

/** Wallets with all their entries, for whoever holds them against loyalty and has one built anew. */
export function purseStore(models: Pick<Models, 'wallets' | 'walletEntries'>) {
  const { wallets, walletEntries } = models;
  const kept = walletStore(models);

  async function find(filter: object, limit: number): Promise<Found[]> {
    const found = await wallets.collection.find(filter).sort({ _id: 1 }).limit(limit).toArray();
    return found as unknown as Found[];
  }

  /** Puts beside some wallets how many entries each has, and what they add up to. */
  async function join(documents: readonly Found[]): Promise<WalletPart[]> {
    const counted = await walletEntries.aggregate<{ _id: string; count: number; sum: number }>([
      { $match: { customerId: { $in: documents.map(({ _id }) => _id) } } },
      { $group: { _id: '$customerId', count: { $sum: 1 }, sum: { $sum: '$points' } } },
    ]);
    const entriesOf = new Map(counted.map((one) => [one._id, one]));
    return documents.map(({ _id, available = 0, frozen = 0, version = 0 }) => {
      const { count = 0, sum = 0 } = entriesOf.get(_id) ?? {};
      return { customerId: _id, available, frozen, version, entriesCount: count, entriesSum: sum };
    });
  }

  return {
    list: async (range: Range) => join(await find(idsIn(range), range.limit)),
    async see(customerId: string): Promise<SeenPurse> {
      const found = await find({ _id: customerId }, 1);
      const [part = null] = await join(found);
      const entries = await walletEntries.find({ customerId }, { _id: 1 }).lean();
      return { part, seen: seenOf(found), entryIds: entries.map(({ _id }) => _id as string) };
    },
    /** Puts a wallet in the place of what was seen of it; null for one that is not owned takes it out. */
    async replace(seen: SeenPurse, owned: OwnedPurse | null): Promise<void> {
      const known = new Set(owned?.entries.map(({ id }) => id));
      const surplus = seen.entryIds.filter((id) => !known.has(id));
      if (owned) {
        await replaceSeen(wallets, seen.seen, [owned.wallet]);
        await kept.keepEntries(owned.entries);
      } else await removeSeen(wallets, seen.seen);
      if (surplus.length > 0) await walletEntries.deleteMany({ _id: { $in: surplus } });
    },
  };
}
