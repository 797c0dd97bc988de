import { checkAnswer, Door } from '../http/door.js';
import type { Times } from '../load/closed-loop.js';
import { measureRate, type RateFigure } from '../load/measure-rate.js';
import { pick } from '../load/pick.js';
import type { Stage } from '../stage/stage.js';
import type { Reading } from './readings.js';

const WORKERS = 32;

/** How often a second the shop answers such a question through its public door. */
export async function measureReading(reading: Reading, stage: Stage, times: Times): Promise<RateFigure> {
  const { what, cookies, bodies, proof } = reading;
  const doors = Array.from({ length: WORKERS }, () => new Door(stage.base));
  let turn = 0;
  const figure = await measureRate({
    ...times,
    what,
    workers: WORKERS,
    cpu: stage.cpu,
    async turn(worker) {
      turn += 1;
      const asked = { body: pick(bodies, turn), cookie: pick(cookies, turn) };
      checkAnswer(await pick(doors, worker).post(asked), proof);
    },
  });
  await Promise.all(doors.map((door) => door.close()));
  return figure;
}
