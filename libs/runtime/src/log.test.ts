import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLog } from './log.js';

function logOf(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = '';
  const destination = new Writable({
    write(chunk: Buffer, _, done) {
      lines += chunk.toString();
      done();
    },
  });
  write(createLog({ service: 'order', instance: 'order-1', level: 'info' }, destination));
  return lines;
}

test('secrets are not written, wherever they stand', () => {
  const lines = logOf((log) => {
    log.info(
      { token: 'hunter2', request: { authorization: 'hunter2', headers: { cookie: 'hunter2' } } },
      'asked',
    );
    log.error({ err: Object.assign(new Error('failed'), { password: 'hunter2' }) }, 'failed');
  });
  expect(lines).not.toContain('hunter2');
  expect(lines.match(/\[secret\]/g)).toHaveLength(4);
});

test('a line is one JSON object with the process, the time and the whole error', () => {
  const [line, ...others] = logOf((log) => log.warn({ err: new Error('why'), correlationId: 'c-1' }, 'what'))
    .trim()
    .split('\n');
  expect(others).toEqual([]);
  expect(JSON.parse(line ?? '')).toMatchObject({
    service: 'order',
    instance: 'order-1',
    correlationId: 'c-1',
    msg: 'what',
    err: { type: 'Error', message: 'why' },
  });
});
