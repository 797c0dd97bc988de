import { FAULT_POINTS } from '@evenkeel/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EVERY_POINT, MATRIX } from '../../drill/drills.js';
import { nameOf, runDrill } from '../../drill/run-drill.js';
import { openStage, type Stage } from '../../drill/stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

test.each(EVERY_POINT.map((drill) => [nameOf(drill), drill] as const))(
  '%s, and everything promised is kept',
  async (_, drill) => {
    await runDrill(stage, drill);
  },
  180_000,
);

test('every point is drilled, here once and in the matrix wherever somebody comes by', () => {
  for (const drills of [EVERY_POINT, MATRIX]) {
    const drilled = new Set(drills.flatMap(({ crashes }) => crashes.map(({ point }) => point)));
    expect([...drilled].sort()).toEqual(Object.keys(FAULT_POINTS).sort());
  }
});
