import type { House } from '@evenkeel/runtime';
import { expect, test } from 'vitest';
import { readyOnce } from './ready-once.js';

test('the door waits for each service once, and names those it waits for', async () => {
  const state: Record<string, boolean | null> = { order: null, payment: false };
  const call = (async ({ name }: { name: string }) => {
    const ready = state[name.split('.')[0] ?? ''];
    if (ready === null) throw new Error('nobody answers');
    return { ready, failing: {} };
  }) as unknown as House['call'];
  const check = readyOnce({ call }, ['order', 'payment']);
  await expect(check()).rejects.toThrow('Waiting for order, payment');
  state.order = true;
  await expect(check()).rejects.toThrow('Waiting for payment');
  Object.assign(state, { order: null, payment: true });
  await expect(check()).resolves.toBeUndefined();
  state.payment = false;
  await expect(check()).resolves.toBeUndefined();
});
