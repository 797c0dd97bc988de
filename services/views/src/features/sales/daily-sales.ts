import type { DailySalesDocument, Models } from '../../store/models.js';

/**
 * Sales by day: every paid order carries its own contribution, and a day is the sum of those. Days that were touched
 * are summed again, so a repeated or late event cannot be counted twice.
 */
export function dailySales({ orders, dailySales: days }: Pick<Models, 'orders' | 'dailySales'>) {
  const touched = new Set<string>();
  let known = false;

  async function sum(match: object): Promise<DailySalesDocument[]> {
    return orders.aggregate<DailySalesDocument>([
      { $match: match },
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
  }

  async function refresh(): Promise<void> {
    if (known && touched.size === 0) return;
    const wanted = [...touched];
    touched.clear();
    const summed = await sum(known ? { 'sales.day': { $in: wanted } } : { 'sales.day': { $gt: '' } });
    known = true;
    if (summed.length === 0) return;
    await days.collection.bulkWrite(
      summed.map((day) => {
        const key = day._id as unknown as { day: string; currency: string };
        const _id = `${key.day}/${key.currency}`;
        return { replaceOne: { filter: { _id }, replacement: { ...day, ...key, _id }, upsert: true } };
      }) as never,
    );
  }

  return {
    touch(changed: readonly string[]) {
      for (const day of changed) touched.add(day);
    },
    /** Sums again what was touched since the last time. */
    refresh,
    /** The next sums are of all days. */
    forget() {
      known = false;
    },
    async latest(limit: number) {
      await refresh();
      const found = await days
        .find()
        .sort({ _id: -1 })
        .limit(limit * 2)
        .lean();
      return found.map(({ _id, ...day }) => day as Omit<DailySalesDocument, '_id'>);
    },
  };
}
