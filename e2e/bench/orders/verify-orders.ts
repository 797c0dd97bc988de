import type { Operator } from '../../src/support/operator.js';
import type { Ware } from './buyer.js';

/** So many orders are looked up one by one. */
const SAMPLE = 200;

/** Pieces that the shop has ever sold of these wares. */
export async function soldOf(operator: Operator, wares: readonly Ware[]): Promise<number> {
  let sold = 0;
  for (const { sku } of wares) sold += (await operator.stock(sku)).sold;
  return sold;
}

export interface Claim {
  /** Numbers of the orders that shoppers saw as settled, one piece each. */
  readonly orders: readonly string[];
  readonly wares: readonly Ware[];
  readonly soldBefore: number;
}

/** Asks those who own the facts whether what the shoppers saw is true; every sentence is something that is not. */
export async function verifyOrders(operator: Operator, claim: Claim): Promise<string[]> {
  const { orders, wares, soldBefore } = claim;
  const problems: string[] = [];
  const sold = (await soldOf(operator, wares)) - soldBefore;
  if (sold < orders.length)
    problems.push(`${orders.length} orders were seen as settled, but inventory sold ${sold} pieces`);
  if (new Set(orders).size < orders.length) problems.push('Two settled orders have one number');
  const step = Math.max(1, Math.floor(orders.length / SAMPLE));
  for (const order of orders.filter((_, index) => index % step === 0)) {
    const problem = await booked(operator, order);
    if (problem) problems.push(`Order ${order} was seen as settled, but ${problem}`);
  }
  return problems;
}

const BOOKED = ['capture', 'points-earned', 'sale'];

async function booked(operator: Operator, order: string): Promise<string | null> {
  const journals = await operator.journals(order);
  const kinds = journals.map(({ kind }) => kind).sort();
  if (kinds.join() !== BOOKED.join()) return `finance booked ${kinds.join(', ') || 'nothing'}`;
  const sum = journals.flatMap(({ entries }) => entries).reduce((total, { amount }) => total + amount, 0);
  return sum === 0 ? null : `its journals sum to ${sum}`;
}
