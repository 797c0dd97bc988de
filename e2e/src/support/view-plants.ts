import mongoose from 'mongoose';

type Collection = mongoose.mongo.Collection<{ _id: string } & Record<string, unknown>>;

/** Writes into the read models past the service that keeps them. */
export function viewPlants(mongo: string) {
  async function within<Result>(
    name: string,
    work: (collection: Collection) => Promise<Result>,
  ): Promise<Result> {
    const connection = await mongoose.createConnection(mongo, { dbName: 'views' }).asPromise();
    try {
      return await work(connection.collection(name) as unknown as Collection);
    } finally {
      await connection.close();
    }
  }
  const set = (name: string, _id: string, change: Readonly<Record<string, unknown>>) =>
    within(name, (found) => found.updateOne({ _id }, { $set: change }));
  const remove = (name: string, _id: string) => within(name, (found) => found.deleteOne({ _id }));

  return {
    /** The last ids of a collection. */
    last: (name: string, count: number): Promise<string[]> =>
      within(name, async (found) => {
        const documents = await found.find().sort({ _id: -1 }).limit(count).toArray();
        return documents.map(({ _id }) => _id);
      }),
    ownerOf: async (order: string): Promise<string> =>
      within('orders', async (orders) => String((await orders.findOne({ _id: order }))?.customerId)),
    viewDrifted: (order: string) => set('orders', order, { state: 'awaiting-payment' }),
    orderUnseen: (order: string) => remove('orders', order),
    /** With a version that no news would ever reach. */
    productDrifted: (product: string) =>
      set('products', product, { version: 999, 'product.title': { en: 'Planted', zh: '种' } }),
    productUnseen: (product: string) => remove('products', product),
    productOfNobody: (product: string, id: string) =>
      within('products', async (products) => {
        const found = await products.findOne({ _id: product });
        await products.insertOne({ ...found, _id: id, slug: 'planted' });
      }),
    walletDrifted: (customer: string) => set('wallets', customer, { available: 9_999 }),
    entryLost: (customer: string) =>
      within('wallet_entries', (entries) => entries.deleteOne({ customerId: customer })),
    dayDrifted: (day: string) => set('daily_sales', day, { gross: 1 }),
    dayOfNobody: (day: string) =>
      within('daily_sales', (days) => {
        const sums = { orders: 1, units: 1, gross: 500, refunded: 0 };
        return days.insertOne({ _id: `${day}/USD`, day, currency: 'USD', ...sums });
      }),
  };
}
