import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { request, WebSocket } from 'undici';
import { eventually } from '../../src/support/eventually.js';
import { OptionProblem } from '../options.js';
import type { Stage } from '../stage/stage.js';

/** Where Node listens for a debugger after SIGUSR1. */
const INSPECTOR = 'http://127.0.0.1:9229';
const SAMPLE_MICROSECONDS = 500;

/** Takes a CPU profile of a process of the stage until `stop`, which writes it for the developer tools of a browser. */
export async function profile(stage: Stage, name: string): Promise<{ stop(file: string): Promise<void> }> {
  const pid = stage.pidOf(name);
  if (pid === undefined)
    throw new OptionProblem(`This shop has no process called ${name} that can be profiled`);
  process.kill(pid, 'SIGUSR1');
  const [target] = await eventually(targets);
  if (!target) throw new Error('The process has no debugger');
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await once(socket, 'open');
  let last = 0;
  const ask = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
    new Promise((resolve) => {
      const id = ++last;
      socket.addEventListener('message', function take({ data }) {
        const answer = JSON.parse(String(data)) as { id?: number; result: Record<string, unknown> };
        if (answer.id !== id) return;
        socket.removeEventListener('message', take);
        resolve(answer.result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  await ask('Profiler.enable');
  await ask('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await ask('Profiler.start');
  return {
    async stop(file) {
      const result = await ask('Profiler.stop');
      socket.close();
      await writeFile(file, JSON.stringify(result.profile));
    },
  };
}

async function targets(): Promise<{ webSocketDebuggerUrl: string }[]> {
  const answer = await request(`${INSPECTOR}/json/list`);
  return (await answer.body.json()) as { webSocketDebuggerUrl: string }[];
}
