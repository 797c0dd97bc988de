import type { CustomerId, OrderId, Sku } from '@evenkeel/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueInSeconds, type Parcel, type ParcelState, TRANSITIONS } from '../../shipment.js';
import { decideBatch, type ParcelInput } from './decide-batch.js';

const orderId = '42' as OrderId;
const customerId = 'somebody' as CustomerId;
const sale: ParcelInput = { type: 'paid', orderId, customerId, lines: [{ sku: 'CUP' as Sku, quantity: 1 }] };
const stock: ParcelInput = { type: 'stock-confirmed', orderId };
const refund: ParcelInput = { type: 'refunding', orderId, customerId };
const round: ParcelInput = { type: 'carrier-round' };
const carrier = { dispatchSeconds: 20, deliverSeconds: 60, returnSeconds: 30 };

/** Decides batch after batch, as if each step of the carrier were due as soon as it can be. */
function live(...batches: ParcelInput[][]) {
  let parcel: Parcel | undefined;
  const said: string[] = [];
  const versions: number[] = [];
  for (const inputs of batches) {
    const parcels = parcel ? [parcel] : [];
    const due = parcels.filter(({ state }) => dueInSeconds(state, carrier) !== null).map((p) => p.orderId);
    const decision = decideBatch({ parcels, due }, inputs);
    parcel = decision.changed[0] ?? parcel;
    said.push(...decision.said.map(({ say }) => say));
    versions.push(...decision.said.map((one) => one.parcel.version));
  }
  return { state: parcel?.state, said, versions };
}

describe('a parcel', () => {
  test.each([
    ['sale', [[sale], [stock]]],
    ['stock', [[stock], [sale]]],
  ])('is ready when sale and stock are both said, the %s first', (_, batches) => {
    expect(live(...batches)).toMatchObject({ state: 'ready', said: ['created'] });
  });

  test('is not handed over before its stock is confirmed', () => {
    expect(live([sale], [round])).toMatchObject({ state: 'created', said: ['created'] });
  });

  test('is made once for an order that is paid twice', () => {
    expect(live([sale], [sale], [sale, sale])).toMatchObject({ state: 'created', said: ['created'] });
  });

  test('goes to the carrier and to the door, a step a round', () => {
    expect(live([sale, stock], [round, round], [round], [round])).toEqual({
      state: 'delivered',
      said: ['created', 'dispatched', 'delivered'],
      versions: [1, 2, 3],
    });
  });
});

describe('a refund', () => {
  test.each<[string, ParcelInput[][], ParcelState]>([
    ['before the sale leaves a mark, and no parcel is made later', [[refund], [sale], [stock]], 'never'],
    ['after the stock and before the sale does so too', [[stock], [refund], [sale]], 'never'],
    ['before the stock keeps the parcel here', [[sale], [refund], [stock], [round]], 'cancelled'],
    ['before the carrier comes keeps it here', [[sale, stock], [refund], [round]], 'cancelled'],
  ])('%s', (_, batches, state) => {
    const { said, ...rest } = live(...batches);
    expect(rest.state).toBe(state);
    expect(said.filter((one) => one !== 'created')).toEqual(['cancelled']);
  });

  test.each([
    ['the carrier has it', [[sale, stock], [round], [refund], [round]]],
    ['it was delivered', [[sale, stock], [round], [round], [refund], [refund], [round], [round]]],
  ])('asks a parcel back when %s', (_, batches) => {
    const { state, said } = live(...batches);
    expect(state).toBe('returned');
    expect(said.slice(-2)).toEqual(['returning', 'returned']);
  });

  test('and the carrier in one batch: what was asked back is not back at once', () => {
    expect(live([sale, stock], [round], [refund, round])).toMatchObject({ state: 'returning' });
  });
});

test('whatever is said, in whatever order: legal steps only, versions without a gap, nothing sent unconfirmed', () => {
  const batches = fc.array(
    fc.array(fc.constantFrom(sale, stock, refund, round), { minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(batches, (inputs) => {
      const { said, versions } = live(...inputs);
      expect(versions).toEqual(versions.map((__, index) => index + 1));
      const confirmed = inputs.flat().includes(stock);
      if (!confirmed) expect(said).not.toContain('dispatched');
    }),
  );
});

test('every state can be reached, and the last ones absorb', () => {
  const reached = new Set<ParcelState | 'unknown'>(['unknown']);
  for (const state of reached) for (const next of TRANSITIONS[state]) reached.add(next);
  expect([...reached].sort()).toEqual(Object.keys(TRANSITIONS).sort());
  for (const state of ['never', 'cancelled', 'returned'] as const) expect(TRANSITIONS[state]).toEqual([]);
});
