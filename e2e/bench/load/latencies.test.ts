import { expect, test } from 'vitest';
import { spreadOf } from './latencies.js';

test('a percentile is a sample that so many do not exceed', () => {
  const samples = Array.from({ length: 200 }, (_, i) => 200 - i);
  expect(spreadOf(samples)).toEqual({ p50: 100, p95: 190, p99: 198 });
  expect(spreadOf([7])).toEqual({ p50: 7, p95: 7, p99: 7 });
  expect(spreadOf([])).toEqual({ p50: null, p95: null, p99: null });
});
