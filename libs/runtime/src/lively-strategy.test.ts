import { expect, test } from 'vitest';
import { lively } from './lively-strategy.js';

const heardAt = (lastHeartbeatTime: number) => ({ node: { lastHeartbeatTime } });

test('a process that went silent is not asked while another can be', () => {
  const [old, young] = [heardAt(95), heardAt(99)];
  expect(lively([old, young], 100)).toEqual([young]);
});

test('when all are silent all may be asked, since it may be us who hear nothing', () => {
  const both = [heardAt(90), heardAt(91)];
  expect(lively(both, 100)).toEqual(both);
});
