import {
  eachPage,
  listOrderPartsOfFinance,
  listOrderPartsOfInventory,
  listOrderPartsOfLoyalty,
  listOrderPartsOfOrder,
  listOrderPartsOfPayment,
  listOrderPartsOfViews,
  type Page,
} from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import type { OrderFile, Settled } from '../../difference.js';

const FIRST = 100;

/** Orders after a number, up to another; up to the last one when that is null. */
interface Range {
  readonly after: OrderId | null;
  readonly upTo: OrderId | null;
}

export interface Sources {
  readonly call: House['call'];
  /** The lines of the bank's file for the orders of a range. */
  readonly settlement: (range: Range) => Promise<readonly (Settled & { readonly orderId: OrderId })[]>;
}

/** The files of the next orders after a number: those of the order service, and what others hold beside them. */
export async function gatherPage(
  sources: Sources,
  after: OrderId | null,
): Promise<{ readonly files: OrderFile[]; readonly next: OrderId | null }> {
  const orders = await sources.call(listOrderPartsOfOrder, { first: FIRST, after });
  const next = orders.next as OrderId | null;
  return { files: await filesOf(sources, { after, upTo: next }, orders.items), next };
}

/** The file of one order. */
export async function gatherOne(sources: Sources, orderId: OrderId): Promise<OrderFile> {
  const range = onlyOne(orderId);
  const orders = await sources.call(listOrderPartsOfOrder, { first: 1, ...range });
  const [file] = await filesOf(sources, range, orders.items);
  return file ?? emptyFile(orderId);
}

const onlyOne = (orderId: OrderId): Range => {
  const before = BigInt(orderId) - 1n;
  return { after: before > 0n ? (before.toString() as OrderId) : null, upTo: orderId };
};

async function filesOf(
  { call, settlement }: Sources,
  range: Range,
  orders: readonly NonNullable<OrderFile['order']>[],
): Promise<OrderFile[]> {
  const files = new Map<OrderId, OrderFile>();
  const put = (orderId: OrderId, part: Partial<OrderFile>) =>
    files.set(orderId, { ...(files.get(orderId) ?? emptyFile(orderId)), ...part });
  const page = (after: string | null) => ({ first: FIRST, after: after ?? range.after, upTo: range.upTo });
  async function each<Part extends { readonly orderId: OrderId }>(
    ask: (after: string | null) => Promise<Page<Part>>,
    as: (part: Part) => Partial<OrderFile>,
  ) {
    await eachPage(ask, (parts) => Promise.resolve(parts.map((part) => put(part.orderId, as(part)))));
  }
  for (const order of orders) put(order.orderId, { order });
  // One after the other: an audit is in no hurry, and those who are shall not feel it.
  await each(
    (after) => call(listOrderPartsOfInventory, page(after)),
    (stock) => ({ stock }),
  );
  await each(
    (after) => call(listOrderPartsOfPayment, page(after)),
    (payment) => ({ payment }),
  );
  await each(
    (after) => call(listOrderPartsOfFinance, page(after)),
    (ledger) => ({ ledger }),
  );
  await each(
    (after) => call(listOrderPartsOfLoyalty, page(after)),
    (points) => ({ points }),
  );
  await each(
    (after) => call(listOrderPartsOfViews, page(after)),
    (view) => ({ view }),
  );
  for (const { orderId, ...line } of await settlement(range))
    put(orderId, { settlement: [...(files.get(orderId)?.settlement ?? []), line] });
  return [...files.values()];
}

const emptyFile = (orderId: OrderId): OrderFile => ({
  orderId,
  order: null,
  stock: null,
  payment: null,
  ledger: null,
  points: null,
  view: null,
  settlement: [],
});
