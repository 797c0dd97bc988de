import { salesDayKey } from '@evenkeel/contracts';
import type { DailySalesDocument, Models } from '../../store/models.js';
import { Turnstile } from '../../turnstile.js';

type Key = Pick<DailySalesDocument, 'day' | 'currency'>;
type Sums = Omit<DailySalesDocument, '_id' | keyof Key>;

/**
 * Sales by day: every paid order carries its own contribution, and a day is the sum of those. Days that were touched
 * are summed again, so a repeated or late event cannot be counted twice.
 */
export function dailySales({ orders, dailySales: days }: Pick<Models, 'orders' | 'dailySales'>) {
  const touched = new Set<string>();
  let known = false;
  // Of two sums of a day the later one is written last.
  const turnstile = new Turnstile();

  /** What the orders of some days add up to; of all days when it is null. */
  async function sum(wanted: readonly string[] | null): Promise<DailySalesDocument[]> {
    const summed = await orders.aggregate<Sums & { readonly _id: Key }>([
      { $match: { 'sales.day': wanted ? { $in: wanted } : { $gt: '' } } },
      {
        $group: {
          _id: { day: '$sales.day', currency: '$sales.currency' },
          orders: { $sum: 1 },
          units: { $sum: '$sales.units' },
          gross: { $sum: '$sales.gross' },
          refunded: { $sum: '$sales.refunded' },
        },
      },
    ]);
    return summed.map(({ _id: key, ...sums }) => ({ _id: salesDayKey(key), ...key, ...sums }));
  }

  async function find(wanted: readonly string[] | null): Promise<DailySalesDocument[]> {
    const found = await days.collection.find(wanted ? { day: { $in: [...wanted] } } : {}).toArray();
    return found as unknown as DailySalesDocument[];
  }

  /** Writes days as the orders have them, and removes rows of which there is no order any more. */
  async function write(wanted: readonly string[] | null): Promise<void> {
    const before = await find(wanted);
    const summed = await sum(wanted);
    const sold = new Set(summed.map(({ _id }) => _id));
    const changes = [
      ...summed.map((day) => ({ replaceOne: { filter: { _id: day._id }, replacement: day, upsert: true } })),
      // Only as it was read: what somebody else wrote since is of an order that came since.
      ...before.filter(({ _id }) => !sold.has(_id)).map((row) => ({ deleteOne: { filter: row } })),
    ];
    if (changes.length > 0) await days.collection.bulkWrite(changes as never);
  }

  async function refresh(): Promise<void> {
    if (known && touched.size === 0) return;
    const wanted = known ? [...touched] : null;
    known = true;
    touched.clear();
    try {
      await write(wanted);
    } catch (error) {
      if (wanted === null) known = false;
      for (const day of wanted ?? []) touched.add(day);
      throw error;
    }
  }

  return {
    touch(changed: readonly string[]) {
      for (const day of changed) touched.add(day);
    },
    /** Sums again what was touched since the last time. */
    refresh: () => turnstile.pass(refresh),
    /** The next sums are of all days. */
    forget() {
      known = false;
    },
    async latest(limit: number) {
      await turnstile.pass(refresh);
      const found = await days
        .find()
        .sort({ _id: -1 })
        .limit(limit * 2)
        .lean();
      return found.map(({ _id, ...day }) => day as Omit<DailySalesDocument, '_id'>);
    },
    /** The next days after a `day/currency`, oldest first. */
    async after(key: string | null, limit: number): Promise<DailySalesDocument[]> {
      await turnstile.pass(refresh);
      const filter = key === null ? {} : { _id: { $gt: key } };
      return days.find(filter).sort({ _id: 1 }).limit(limit).lean<DailySalesDocument[]>();
    },
    /** What is shown of a day, and what its orders add up to. */
    async compare(day: string) {
      const [shown, sold] = await Promise.all([find([day]), sum([day])]);
      return { shown, sold };
    },
  };
}
