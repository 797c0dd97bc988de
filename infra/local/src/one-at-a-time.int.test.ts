import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '..', 'scripts', 'one-at-a-time.mjs');

/** A process that takes its turn and writes down when it began and ended. */
function worker(folder: string, work: string) {
  const code = `import { oneAtATime } from ${JSON.stringify(script)};
    import { appendFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    const say = (word) => appendFileSync(${JSON.stringify(join(folder, 'said'))}, word + ' ');
    await oneAtATime(${JSON.stringify(folder)}, async () => { say('in'); ${work}; say('out'); });`;
  return spawn(execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
}

test('many who want to build build one after the other, and one that was killed holds nobody up', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-turns-'));
  const said = () => readFile(join(folder, 'said'), 'utf8').catch(String);
  const killed = worker(folder, 'await sleep(60_000)');
  await expect.poll(said, { timeout: 10_000 }).toBe('in ');
  killed.kill('SIGKILL');
  const others = Array.from({ length: 6 }, () => worker(folder, 'await sleep(50)'));
  await Promise.all(others.map((other) => once(other, 'exit')));
  expect(await said()).toBe(`in ${'in out '.repeat(6)}`);
  await rm(folder, { recursive: true });
});
