import { FAULT_POINTS } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { EVERY_POINT, MATRIX } from '../../../drill/drills.js';
import { nameOf, runDrill } from '../../../drill/run-drill.js';
import type { Stage } from '../../../drill/stage.js';

const ALL_POINTS = Object.keys(FAULT_POINTS).sort();

/** Processes die at every point at which they can. */
export function killAtEveryPoint(shop: () => Stage): void {
  const fired = new Map<string, number>();

  test.each(EVERY_POINT.map((drill) => [nameOf(drill), drill] as const))(
    '%s, and everything promised is kept',
    async (_, drill) => {
      for (const { fault, fired: times } of await runDrill(shop(), drill))
        fired.set(fault, (fired.get(fault) ?? 0) + times);
    },
  );

  test('every point was hit, as the shop itself tells', () => {
    const hit = [...fired].filter(([, times]) => times > 0).map(([point]) => point);
    expect(hit.filter((point) => ALL_POINTS.includes(point)).sort()).toEqual(ALL_POINTS);
  });

  test('the whole matrix has every point, wherever somebody comes by', () => {
    const drilled = new Set(MATRIX.flatMap(({ crashes }) => crashes.map(({ point }) => point)));
    expect([...drilled].sort()).toEqual(ALL_POINTS);
  });
}
