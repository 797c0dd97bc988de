import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { FAULT_POINTS } from '@evenkeel/contracts';
import { connectBus } from '@evenkeel/messaging';
import { faultController } from '@evenkeel/runtime';
import { expect, onTestFinished, test } from 'vitest';
import { eventually } from '../support/eventually.js';
import { isSettled, newShopper, placed, shop } from '../support/scenario.js';
import { orderOf } from '../support/shopper.js';

const LINES = [{ sku: 'TEA-TRN-3-MIX', quantity: 1 }];
const COMMAND = fileURLToPath(new URL('../../../infra/local/dist/operator/fault.js', import.meta.url));

/** The controller of the shared shop; everything that it set is cleared when the test has finished. */
async function controller() {
  const nats = await connectBus(shop().engines.nats ?? '', 'faults');
  const faults = faultController(nats);
  onTestFinished(async () => {
    await faults.clear();
    await nats.close();
  });
  return faults;
}

async function command(...args: string[]): Promise<{ code: number; said: string }> {
  const env = { ...process.env, PUBLIC_URL: shop().gateway };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, ...args], { env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
}

test('a fault of one run happens to the orders of that run, and to no other', async () => {
  const faults = await controller();
  const run = `run-${randomUUID()}`;
  const set = await faults.set({ fault: 'lane.mid-batch', at: 'order', effect: 'error', runId: run });
  const fired = async () => (await faults.list()).find(({ id }) => id === set.id)?.fired;
  await placed(LINES);
  expect(await fired()).toBe(0);
  const shopper = await newShopper();
  const order = orderOf(await shopper.place(LINES, { run }));
  await eventually(async () => expect(await fired()).toBe(1));
  await shopper.pay(order.number, 'tok_ok');
  expect(await shopper.until(order.number, isSettled)).toMatchObject({ state: 'PAID' });
});

test('the bank is broken through the same controller, as often as was asked for', async () => {
  const faults = await controller();
  const set = await faults.set({ fault: 'bank.declined', count: 1 });
  const { shopper, number } = await placed(LINES);
  expect((await shopper.pay(number, 'tok_ok')).__typename).toBe('PaymentDeclined');
  expect((await faults.list()).find(({ id }) => id === set.id)?.fired).toBe(1);
  await shopper.pay(number, 'tok_ok');
  expect(await shopper.until(number, isSettled)).toMatchObject({ state: 'PAID' });
});

test('npm run fault names every point, sets, shows and clears, and says what is wrong', async () => {
  const listed = await command('list');
  for (const sentence of Object.values(FAULT_POINTS)) expect(listed.said).toContain(sentence);
  const late = ['set', 'relay.before-publish', '--at', 'finance', '--effect', 'delay', '--ms', '20'];
  expect((await command(...late)).said).toContain(
    'relay.before-publish, at finance, delay, 20 ms: fired 0 of 1',
  );
  expect((await command('list')).said).toContain('relay.before-publish, at finance');
  expect((await command('clear')).said).toContain('relay.before-publish, at finance');
  expect((await command('list')).said).toContain('nothing is set');
  expect(await command('set', 'clock.skew')).toMatchObject({
    code: 1,
    said: expect.stringContaining('needs at: the service') as string,
  });
  expect(await command('break')).toMatchObject({ code: 1 });
});
