import { afterAll, beforeAll, expect, test } from 'vitest';
import { LONG_LIVED, openStage, type Stage } from '../../drill/stage.js';
import { buyThrough } from '../support/buy-through.js';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage(LONG_LIVED);
});

afterAll(() => stage?.close());

test.each(['order', 'inventory', 'payment', 'finance', 'nats', 'postgres'])(
  'a SIGKILL of %s in the middle of purchases loses nothing that was acknowledged',
  async (victim) => {
    const { base, system } = stage;
    const pid = system.pidOf(victim);
    await buyThrough(base, async () => system.kill(victim, 'SIGKILL'));
    expect(system.pidOf(victim)).not.toBe(pid);
    await system.waitUntilReady(victim);
  },
  150_000,
);
