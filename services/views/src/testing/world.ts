import type {
  AnyAction,
  MessageData,
  OrderFacts,
  pointsEarned,
  shipmentDispatched,
} from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import { type MessagingContext, publishPlain } from '@evenkeel/messaging';
import type { House } from '@evenkeel/runtime';

type Data = Record<string, unknown> & { readonly orderId: string };
type Wallet = MessageData<typeof pointsEarned>['wallet'];

interface Only {
  readonly productId?: string;
  readonly customerId?: string;
  readonly skus?: readonly string[];
}
type Item = Omit<Only, 'skus'> & { readonly sku?: string };

const isAskedFor = ({ productId, customerId, skus }: Only, key: string, item: Item): boolean =>
  (!productId || productId === (item.productId ?? key)) &&
  (!customerId || customerId === item.customerId) &&
  (!skus || skus.includes(item.sku ?? ''));

/**
 * Everybody else in the company: what they say is first in their books and then on the bus, and they answer the
 * questions of a rebuild from their books, a few items a page.
 */
export class World {
  readonly #said: Envelope[] = [];
  /** Runs before each page that is given out. */
  during: (action: string) => Promise<void> = () => Promise.resolve();

  async tell(context: MessagingContext, events: readonly Envelope[]): Promise<void> {
    this.#said.push(...events);
    await publishPlain(context, events);
  }

  readonly call: House['call'] = async (
    action: AnyAction,
    input: { first?: number; after?: string | null } & Only,
  ) => {
    await this.during(action.name);
    const list = this.#lists[action.name];
    if (!list) throw new Error(`Nobody answers ${action.name}`);
    const all = list()
      .filter(([key, item]) => isAskedFor(input, key, item as Item))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const left = all.filter(([key]) => !input.after || key > input.after);
    const page = left.slice(0, 5);
    const cursors = page.map(([key]) => key);
    const next = left.length > page.length ? (cursors.at(-1) ?? null) : null;
    return { items: page.map(([, item]) => item), cursors, next } as never;
  };

  readonly #lists: Record<string, () => [key: string, item: object][]> = {
    'order.list-order-facts': () =>
      this.#of('order.order-placed').map(({ data }) => [data.orderId, this.#order(data as never)]),
    'inventory.list-reservations': () =>
      this.#of('inventory.stock-confirmed').map(({ data }) => [
        data.orderId,
        { ...data, status: 'CONFIRMED' },
      ]),
    'finance.list-sales': () => this.#of('finance.journal-posted').map(({ data }) => [data.orderId, data]),
    'loyalty.list-order-points': () =>
      this.#of('loyalty.points-earned').map(({ data }) => {
        const [undone] = this.#of('loyalty.points-reversed', data.orderId);
        return [data.orderId, { ...data, takenBack: undone?.data.takenBack ?? 0 }];
      }),
    'payment.list-doubts': () =>
      this.#of('payment.payment-in-doubt').map(({ data }) => [String(data.attemptId), data]),
    'fulfilment.list-shipments': () =>
      this.#of('fulfilment.shipment-created').map(({ data }) => [data.orderId, this.#parcel(data)]),
    'loyalty.list-accounts': () => {
      const wallets = this.#wallets().map(
        ([customerId, wallet]) => [customerId, { customerId, ...wallet }] as const,
      );
      const newest = new Map(wallets.sort(([, a], [, b]) => a.version - b.version));
      return [...newest];
    },
    'loyalty.list-entries': () =>
      this.#wallets().flatMap(([customerId, { entries }]) =>
        entries.map((entry): [string, object] => [entry.id, { customerId, ...entry }]),
      ),
    'catalog.list-products': () =>
      this.#of('catalog.product-published').map(({ data, aggregateVersion: version }) => [
        String(data.id),
        { product: data, version },
      ]),
    'catalog.list-reviews': () =>
      this.#of('catalog.review-posted').map(({ data }) => [String(data.id), data]),
    'inventory.list-stock': () =>
      this.#of('inventory.availability-changed').map(({ data }) => [
        String(data.sku),
        { sku: data.sku, onHand: 3, reserved: 1, version: data.version },
      ]),
  };

  #of(type: string, orderId?: string): Envelope<string, Data>[] {
    return (this.#said as Envelope<string, Data>[]).filter(
      (event) => event.type === type && (orderId === undefined || event.data.orderId === orderId),
    );
  }

  #order(facts: OrderFacts): object {
    const changes = (this.#said as Envelope<string, Data>[])
      .filter(({ type, data }) => type.startsWith('order.') && data.orderId === facts.orderId)
      .filter(({ type }) => type !== 'order.order-placed')
      .map(({ type, aggregateVersion: version, occurredAt: at, data }) => {
        const more = Object.fromEntries(Object.entries(data).filter(([name]) => !(name in facts)));
        return { version, type, at, more };
      });
    return { facts, changes };
  }

  #parcel(created: Data): object {
    const at = (state: string) => {
      const [event] = this.#of(`fulfilment.shipment-${state}`, created.orderId);
      return (event?.data.at ?? null) as string | null;
    };
    const states = ['created', 'dispatched', 'delivered', 'returning', 'returned'];
    const [handedOver] = this.#of('fulfilment.shipment-dispatched', created.orderId);
    const { carrier, trackingNumber } = (handedOver?.data ?? {}) as Partial<
      MessageData<typeof shipmentDispatched>
    >;
    const times = { createdAt: created.at, dispatchedAt: at('dispatched'), deliveredAt: at('delivered') };
    return {
      ...created,
      ...times,
      carrier,
      trackingNumber,
      state: states.findLast((state) => at(state) !== null),
    };
  }

  #wallets(): [string, Wallet][] {
    return (this.#said as Envelope<string, { customerId: string; wallet?: Wallet | null }>[]).flatMap(
      ({ data }) => (data.wallet ? [[data.customerId, data.wallet]] : []),
    );
  }
}
