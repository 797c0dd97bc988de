import { pointsEarned } from '@evenkeel/contracts';
import { newOrderId } from '@evenkeel/testing';
import { expect, test } from 'vitest';
import { sayEarned, UNBOOKABLE } from '../support/earning.js';
import { eventually } from '../support/eventually.js';
import { LetterDesk, type LetterName } from '../support/letter-desk.js';
import { operator, shop } from '../support/scenario.js';
import { Shopper } from '../support/shopper.js';
import { buyStubbornly, settledOf } from '../support/stubborn.js';

const LINES = [{ sku: 'TEA-TRN-3-MIX', quantity: 1 }];
const BUYERS = 8;

test('a poisoned message holds up nobody and ends where an operator sees it with its error', async () => {
  const ops = await operator();
  const { gateway, engines } = shop();
  const before = await ops.deadLetters();
  const [ahead, poisoned, behind] = [newOrderId(), newOrderId(), newOrderId()];
  const ids = await sayEarned(engines.postgres ?? '', [
    { orderId: ahead, earned: 1 },
    { orderId: poisoned, earned: UNBOOKABLE },
    { orderId: behind, earned: 2 },
  ]);

  // Purchases whose money goes through the same lane while the poison is tried again and again.
  const total = await (await Shopper.guest(gateway)).priceOf(LINES);
  const bought = await Promise.all(
    Array.from({ length: BUYERS }, () => buyStubbornly(gateway, LINES, total)),
  );
  for (const purchase of bought) {
    const order = await settledOf(purchase);
    expect(order.paid).toEqual(order.total);
    const journals = await eventually(() => ops.journals(purchase.number));
    expect(journals.map(({ kind }) => kind).sort()).toEqual(['capture', 'sale']);
  }
  // So do its neighbours in the very same message.
  for (const neighbour of [ahead, behind]) {
    await expect
      .poll(async () => (await ops.journals(neighbour)).map(({ kind }) => kind), { timeout: 20_000 })
      .toEqual(['points-earned']);
  }

  const [letter, ...others] = await eventually(async () => {
    const found = await ops.deadLetters();
    expect(found.length).toBeGreaterThan(before.length);
    return found.filter((one) => before.every(({ messageId }) => messageId !== one.messageId));
  }, 30_000);
  expect(others).toEqual([]);
  expect(letter).toEqual({
    service: 'finance',
    durable: 'finance__book-points',
    messageId: ids[1],
    type: pointsEarned.type,
    error: expect.stringContaining('is not a whole number of minor units') as string,
    tries: 5,
  });
  expect(await ops.journals(poisoned)).toEqual([]);
  await bookable(letter);
  await eventually(async () => expect(await ops.deadLetters()).toEqual(before));
}, 120_000);

/** What was poisoned on purpose does not stay in the shop that other scenarios share. */
async function bookable(name: LetterName | undefined): Promise<void> {
  const desk = await LetterDesk.signIn(shop().gateway);
  if (!name) throw new Error('There is no letter');
  const letter = await desk.letter(name);
  await desk.edit(letter, letter.payload.replace(String(UNBOOKABLE), '1'));
  await desk.replayOne(name);
}
