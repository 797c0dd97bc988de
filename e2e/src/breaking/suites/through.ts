import type { FaultController } from '@evenkeel/runtime/faults';
import { expect } from 'vitest';
import type { Stage } from '../../../drill/stage.js';
import { buyThrough } from '../../support/buy-through.js';
import { eventually } from '../../support/eventually.js';
import { metricOf } from '../../support/metrics.js';

type Wanted = Parameters<FaultController['set']>[0];
/** Longer than a process takes to die and come back as often as any test wants it to. */
const FIRES_WITHIN_MS = 60_000;

/**
 * Sets faults in the middle of purchases, and sees that each takes effect as often as it should; then the books are
 * compared.
 */
export async function through(
  { base, faults }: Stage,
  wanted: readonly Wanted[],
  meanwhile?: () => Promise<unknown>,
): Promise<void> {
  await buyThrough(base, async () => {
    const effects: Promise<void>[] = [];
    for (const one of wanted) {
      const { id } = await faults.set(one);
      // A network is disturbed for as long as it is, and a connection breaks when there is one.
      const times = one.fault === 'process.kill' ? (one.count ?? 1) : 1;
      effects.push(takesEffect(faults, { id, fault: one.fault, times }));
    }
    await meanwhile?.();
    return { over: Promise.all(effects) };
  });
}

const takesEffect = (faults: FaultController, one: { id: string; fault: string; times: number }) =>
  eventually(async () => {
    const fired = (await faults.list()).find(({ id }) => id === one.id)?.fired ?? 0;
    expect(fired, `${one.fault} takes effect`).toBeGreaterThanOrEqual(one.times);
  }, FIRES_WITHIN_MS);

/** Those who keep the books of an order. */
export const BOOKKEEPERS = ['order', 'inventory', 'payment', 'finance', 'loyalty', 'fulfilment'] as const;

/** What all bookkeepers of a shop have counted, added up. */
export async function countOf({ system }: Pick<Stage, 'system'>, metric: string): Promise<number> {
  const found = BOOKKEEPERS.map((name) => metricOf({ health: system.healthUrl(name) }, metric));
  return (await Promise.all(found)).reduce((sum, one) => sum + one, 0);
}
