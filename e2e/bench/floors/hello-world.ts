import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { checkAnswer, Door } from '../http/door.js';
import type { Times } from '../load/closed-loop.js';
import { measureRate, type RateFigure } from '../load/measure-rate.js';
import { pick } from '../load/pick.js';
import { cpuOfAll } from '../measure/process-times.js';

const WORKERS = 32;
const BODY = JSON.stringify({ query: '{ hello }' });

/** What GraphQL over HTTP costs when there is nothing to answer: no read of the shop can be quicker. */
export async function measureHelloWorld(times: Times): Promise<RateFigure> {
  const child = fork(new URL('hello-server.mjs', import.meta.url), { execArgv: [] });
  try {
    const [port] = (await once(child, 'message')) as [number];
    return await measure(`http://127.0.0.1:${port}`, child, times);
  } finally {
    child.kill();
  }
}

async function measure(base: string, child: ChildProcess, times: Times): Promise<RateFigure> {
  const doors = Array.from({ length: WORKERS }, () => new Door(base));
  const pids = new Map([['hello server', child.pid ?? 0]]);
  const figure = await measureRate({
    ...times,
    what: 'floor: graphql-yoga hello world over HTTP, in a process of its own',
    workers: WORKERS,
    cpu: () => cpuOfAll(pids),
    turn: async (worker) => checkAnswer(await pick(doors, worker).post({ body: BODY }), 'world'),
  });
  await Promise.all(doors.map((door) => door.close()));
  return figure;
}
