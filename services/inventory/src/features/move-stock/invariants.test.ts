import type { OrderId, Sku } from '@evenkeel/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RememberedStock, stocked } from '../../testing/remembered-stock.js';
import type { StockInput } from './decide-batch.js';

const SKUS = ['CUP', 'POT'] as Sku[];
const orderId = fc.constantFrom('1', '2', '3').map((id) => id as OrderId);
const round = fc.integer({ min: 1, max: 2 });
const lines = fc.array(
  fc.record({ sku: fc.constantFrom(...SKUS), quantity: fc.integer({ min: 1, max: 3 }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

/** Any input in any order: duplicates, cancels before tries, refunds before sales. */
const input: fc.Arbitrary<StockInput> = fc.oneof(
  fc.record({ type: fc.constant('try' as const), orderId, round, lines, holdSeconds: fc.constant(900) }),
  fc.record({ type: fc.constant('cancel' as const), orderId, round }),
  fc.record({ type: fc.constant('confirm' as const), orderId, round }),
  fc.record({ type: fc.constant('expire' as const), orderId, round }),
  fc.record({ type: fc.constant('bring-back' as const), orderId }),
);

/** Invariants I1 to I4 of the house, for each SKU. */
function check(shop: RememberedStock, supplied: number): void {
  for (const sku of SKUS) {
    const { onHand, reserved, version } = shop.stock.get(sku) ?? { onHand: 0, reserved: 0, version: 0 };
    const sold = shop.sum(sku, 'CONFIRMED') - (shop.returned.get(sku) ?? 0);
    expect(reserved).toBeGreaterThanOrEqual(0);
    expect(onHand - reserved).toBeGreaterThanOrEqual(0);
    expect(onHand + sold).toBe(supplied);
    expect(reserved).toBe(shop.sum(sku, 'HELD'));
    expect(shop.movements.filter((movement) => movement.sku === sku)).toHaveLength(version);
  }
}

test('in whatever order and batches things come, nothing is lost, sold twice or held below zero', () => {
  fc.assert(
    fc.property(fc.array(fc.array(input, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (batches) => {
      const shop = stocked({ CUP: 4, POT: 4 });
      for (const batch of batches) {
        shop.batch(...batch);
        check(shop, 4);
      }
    }),
    { numRuns: 500 },
  );
});

test('a batch decides as its inputs would one by one', () => {
  fc.assert(
    fc.property(fc.array(input, { minLength: 1, maxLength: 12 }), (inputs) => {
      const [together, apart] = [stocked({ CUP: 4, POT: 4 }), stocked({ CUP: 4, POT: 4 })];
      const said = together.says(...inputs);
      expect(inputs.flatMap((one) => apart.says(one))).toEqual(said);
      expect(together.stock).toEqual(apart.stock);
      expect(together.rounds).toEqual(apart.rounds);
      expect(together.reservations).toEqual(apart.reservations);
    }),
    { numRuns: 500 },
  );
});

test('the answers about a round are versions without a gap', () => {
  fc.assert(
    fc.property(fc.array(input, { maxLength: 12 }), (inputs) => {
      const versions = new Map<string, number[]>();
      const shop = stocked({ CUP: 4, POT: 4 });
      for (const { definition, aggregateId, aggregateVersion } of shop.batch(...inputs).said) {
        if (definition.type === 'inventory.availability-changed') continue;
        versions.set(aggregateId, [...(versions.get(aggregateId) ?? []), aggregateVersion]);
      }
      for (const seen of versions.values()) expect(seen).toEqual(seen.map((_, index) => index + 1));
    }),
    { numRuns: 500 },
  );
});
