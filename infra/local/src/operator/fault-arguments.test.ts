import { expect, test } from 'vitest';
import { readFaultArguments } from './fault-arguments.js';

const read = (line: string) => readFaultArguments(line.split(' ').filter(Boolean));

test('nothing said is a list', () => {
  expect(read('')).toEqual({ kind: 'list' });
  expect(read('list')).toEqual({ kind: 'list' });
});

test('a fault is set with its limits', () => {
  expect(
    read('set lane.mid-batch --at order --effect delay --ms 250 --count 3 --run r-1 --seconds 9'),
  ).toEqual({
    kind: 'set',
    input: {
      fault: 'lane.mid-batch',
      at: 'order',
      effect: 'DELAY',
      ms: 250,
      count: 3,
      runId: 'r-1',
      seconds: 9,
    },
  });
});

test('one is cleared, or all', () => {
  expect(read('clear')).toEqual({ kind: 'clear', id: null });
  expect(read('clear 7')).toEqual({ kind: 'clear', id: '7' });
});

test.each([
  ['set', /names them all/],
  ['set everything', /everything is no fault/],
  ['smash it', /does not know smash/],
  ['set lane.mid-batch lane.under-lock', /One fault at a time/],
  ['set lane.mid-batch --ms soon', /must be a number/],
  ['set lane.mid-batch --hard', /--hard/],
])('%s is answered with what is wrong', (line, why) => {
  expect(() => read(line)).toThrow(why);
});
