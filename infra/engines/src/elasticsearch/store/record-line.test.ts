import { expect, it } from 'vitest';
import type { LogRecord } from './record.js';
import { fromLine, toLine } from './record-line.js';

const put: LogRecord = {
  op: 'put',
  index: 'i',
  id: 'a\tb',
  version: 3,
  seqNo: 9,
  source: '{"a":\t"1",\n"灯":"x\\n\\t"}',
};

it('keeps a document on one line, its source with other white space between its tokens', () => {
  const line = toLine(put);
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(fromLine(line.slice(0, -1))).toEqual({ ...put, source: '{"a": "1", "灯":"x\\n\\t"}' });
});

it('keeps everything else as it is', () => {
  const record: LogRecord = {
    op: 'aliases',
    aliases: { live: { v1: { is_write_index: true } } },
    removed: ['v0'],
  };
  expect(fromLine(toLine(record).slice(0, -1))).toEqual(record);
});

it('tells a line that is not whole', () => {
  const line = toLine(put).slice(0, -1);
  for (const length of [0, 5, 8, 20, line.length - 1])
    expect(fromLine(line.slice(0, length))).toBeUndefined();
});
