import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { eventually } from '../support/eventually.js';
import type { Operator, StockSeen } from '../support/operator.js';
import { type Bill, billOf, shelfOf } from './questions.js';
import { isUntouched, shopperOf } from './storefront.js';

const WITHIN_MS = 3_000;

export interface Paid {
  /** A tab that was open on the order's page before it was paid. */
  readonly watching: Page;
  readonly number: string;
  readonly ops: Operator;
  /** By SKU, before the order was placed. */
  readonly stock: ReadonlyMap<string, StockSeen>;
  /** When the payment was sent, by `performance.now()`. */
  readonly at: number;
}

/** Holds unless, three seconds after the payment was sent, every part of the company knows of it. */
export async function everybodyKnows(paid: Paid): Promise<Bill> {
  const left = Math.max(0, paid.at + WITHIN_MS - performance.now());
  const [bill] = await Promise.all([
    eventually(() => orderIsPaid(paid), left),
    eventually(() => stockHasLeft(paid), left),
    eventually(() => searchShowsIt(paid), left),
    eventually(() => booksAreRight(paid), left),
    paid.watching
      .getByRole('heading', { name: 'Packed, waiting for the carrier' })
      .waitFor({ timeout: left }),
  ]);
  expect(await isUntouched(paid.watching)).toBe(true);
  return bill;
}

async function orderIsPaid({ watching, number }: Paid): Promise<Bill> {
  const shopper = await shopperOf(watching);
  const order = await shopper.order(number);
  expect(order).toMatchObject({ settled: true, shipment: { state: 'CREATED' } });
  expect(['PAID', 'FULFILLING', 'COMPLETED']).toContain(order?.state);
  expect(order?.paid).toEqual(order?.total);
  const bill = await billOf(shopper, number);
  expect(order?.pointsEarned).toBe(bill.pointsToEarn);
  return bill;
}

async function stockHasLeft({ watching, number, ops, stock }: Paid): Promise<void> {
  const bill = await billOf(await shopperOf(watching), number);
  expect(bill.lines.map((line) => line.sku).sort()).toEqual([...stock.keys()].sort());
  for (const { sku, quantity } of bill.lines) {
    const { onHand, reserved, sold } = stock.get(sku) ?? {};
    expect(await ops.stock(sku)).toMatchObject({
      onHand: Number(onHand) - quantity,
      reserved,
      sold: Number(sold) + quantity,
    });
  }
}

async function searchShowsIt({ watching, number, ops }: Paid): Promise<void> {
  const shopper = await shopperOf(watching);
  for (const { sku, title } of (await billOf(shopper, number)).lines) {
    const { available } = await ops.stock(sku);
    const shown = available === 0 ? { stock: 'SOLD_OUT', left: null } : { stock: 'LOW', left: available };
    expect(await shelfOf(shopper, title, sku)).toEqual(shown);
  }
}

/** Every journal balances, and over all of them each account holds what the bill says. */
async function booksAreRight({ watching, number, ops }: Paid): Promise<void> {
  const bill = await billOf(await shopperOf(watching), number);
  const journals = await ops.journals(number);
  const sums: Record<string, number> = {};
  for (const { entries } of journals) {
    expect(entries.reduce((sum, entry) => sum + entry.amount, 0)).toBe(0);
    for (const { account, amount } of entries) sums[account] = (sums[account] ?? 0) + amount;
  }
  const { 'bank-clearing': clearing = 0, 'bank-fees': fees = 0 } = sums;
  expect(fees).toBeGreaterThan(0);
  expect(clearing + fees).toBe(bill.total.minor);
  expect(sums['customer-deposits']).toBe(0);
  expect(sums.sales).toBe(-bill.subtotal.minor);
  expect(sums.shipping ?? 0).toBe(-bill.shipping.minor + 0);
  expect(sums['coupon-expense'] ?? 0).toBe(bill.discount.minor);
  // What was spent is owed no more; what was earned is owed from now on.
  expect((sums['points-liability'] ?? 0) + (sums['points-expense'] ?? 0)).toBe(bill.pointsValue.minor);
  expect((sums['points-expense'] ?? 0) > 0).toBe(bill.pointsToEarn > 0);
}
