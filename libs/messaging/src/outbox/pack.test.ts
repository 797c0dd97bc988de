import type { CorrelationId, Envelope } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { MessageTooLarge, packOutbox } from './pack.js';

const message = (id: number, type = 'a.thing-done', text = ''): Envelope => ({
  id: `${id}`,
  type,
  version: 1,
  occurredAt: '2026-01-01T00:00:00.000Z',
  aggregateId: '1',
  aggregateVersion: 1,
  correlationId: 'c' as CorrelationId,
  causationId: null,
  traceparent: null,
  data: { text },
});
const idsOf = (payload: string): string[] => (JSON.parse(payload) as Envelope[]).map(({ id }) => id);

test('all messages of one type are one row, in their order', () => {
  const rows = packOutbox([message(1), message(2, 'a.other-done'), message(3)]);
  expect(rows.map(({ type, events, payload }) => [type, events, idsOf(payload)])).toEqual([
    ['a.thing-done', 2, ['1', '3']],
    ['a.other-done', 1, ['2']],
  ]);
});

test('a row holds no more than two hundred messages', () => {
  const rows = packOutbox(Array.from({ length: 450 }, (_, at) => message(at)));
  expect(rows.map(({ events }) => events)).toEqual([200, 200, 50]);
  expect(rows.flatMap(({ payload }) => idsOf(payload))).toEqual(
    Array.from({ length: 450 }, (_, at) => `${at}`),
  );
});

test('a row stays well under the largest message that the broker takes, in whatever writing', () => {
  const rows = packOutbox(
    Array.from({ length: 100 }, (_, at) => message(at, 'a.thing-done', '茶'.repeat(10_000))),
  );
  for (const { payload } of rows) expect(Buffer.byteLength(payload)).toBeLessThan(900 * 1024);
  expect(rows.reduce((sum, { events }) => sum + events, 0)).toBe(100);
});

test('a message that is too large by itself is refused with the way out', () => {
  const large = message(1, 'a.thing-done', 'x'.repeat(256 * 1024));
  expect(() => packOutbox([message(0), large])).toThrow(MessageTooLarge);
  expect(() => packOutbox([large])).toThrow('say less in it');
});
