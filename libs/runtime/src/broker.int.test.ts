import { defineIsReady } from '@evenkeel/contracts';
import { newId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { action } from './action.js';
import { busMember } from './testing/bus-member.js';

/** A name that no other test has on the bus they share. */
const service = `service-${newId()}`;
const isReady = defineIsReady(service);

test('who still waits for an answer when its process stops is told, not left to its time-out', async () => {
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let calls = 0;
  const server = busMember(service);
  server.serve([
    action(isReady, async () => {
      calls += 1;
      if (calls > 1) await slow;
      return { ready: true, failing: {} };
    }),
  ]);
  await server.start();
  const client = busMember(`client-${newId()}`);
  await client.start();
  await expect
    .poll(() => client.call(isReady, {}).catch(String), { timeout: 10_000 })
    .toEqual({
      ready: true,
      failing: {},
    });
  const told = expect(client.call(isReady, {}, { timeoutMs: 60_000 })).rejects.toMatchObject({
    type: 'house.unavailable',
  });
  const asked = performance.now();
  await client.stop();
  await told;
  expect(performance.now() - asked).toBeLessThan(1_000);
  await expect(client.call(isReady, {})).rejects.toMatchObject({ type: 'house.unavailable' });
  answer();
  await server.stop();
});

test('who has started is called at once by those who were there before', async () => {
  const early = busMember(`early-${newId()}`);
  await early.start();
  const name = `late-${newId()}`;
  const late = busMember(name);
  const lateIsReady = defineIsReady(name);
  late.serve([action(lateIsReady, () => Promise.resolve({ ready: true, failing: {} }))]);
  await late.start();
  const begun = performance.now();
  await expect.poll(() => early.call(lateIsReady, {}).catch(String)).toMatchObject({ ready: true });
  // Moleculer by itself would tell them after a second.
  expect(performance.now() - begun).toBeLessThan(500);
  await late.stop();
  await early.stop();
});
