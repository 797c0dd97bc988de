import { expect, it } from 'vitest';
import { sseParser } from './sse-parser.js';

it('reads whole messages and skips comments', () => {
  const parse = sseParser();
  expect(parse(':\n\nevent: next\ndata: {"a":1}\n\nevent: complete\ndata:\n\n')).toEqual([
    { event: 'next', data: '{"a":1}' },
    { event: 'complete', data: '' },
  ]);
});

it('waits for the rest of a message that was cut, wherever it was cut', () => {
  const parse = sseParser();
  expect(parse('event: ne')).toEqual([]);
  expect(parse('xt\ndata: 1\n')).toEqual([]);
  expect(parse('\nevent: next\r\ndata: 2\r\n\r\n')).toEqual([
    { event: 'next', data: '1' },
    { event: 'next', data: '2' },
  ]);
});

it('joins data that comes in several lines', () => {
  expect(sseParser()('data: a\ndata: b\n\n')).toEqual([{ event: 'message', data: 'a\nb' }]);
});
