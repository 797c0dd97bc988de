import { expect, it } from 'vitest';
import { failureOf } from './failure.js';

const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  headers: new Headers(headers),
});

it('takes an answer that never came for a lost connection', () => {
  expect(failureOf({ networkError: new TypeError('Failed to fetch'), graphQLErrors: [] })).toEqual({
    kind: 'offline',
  });
});

it('says how long to wait when the door is crowded', () => {
  const error = {
    networkError: new Error(),
    graphQLErrors: [],
    response: answer(429, { 'retry-after': '3' }),
  };
  expect(failureOf(error)).toEqual({ kind: 'busy', retryAfter: 3 });
});

it('waits a while when a crowded door does not say how long', () => {
  const error = { networkError: new Error(), graphQLErrors: [], response: answer(503) };
  expect(failureOf(error)).toEqual({ kind: 'busy', retryAfter: 5 });
});

it('does not take a part that is away for a crowd', () => {
  const away = { message: '', extensions: { code: 'UNAVAILABLE' } };
  const error = { graphQLErrors: [away as never], response: answer(503, { 'retry-after': '1' }) };
  expect(failureOf(error)).toEqual({ kind: 'fault', trace: null });
});

it('keeps the trace id of a fault', () => {
  const masked = { message: 'Unexpected error.', extensions: { code: 'INTERNAL', traceId: 'abc' } };
  const error = { graphQLErrors: [masked as never], response: answer(200) };
  expect(failureOf(error)).toEqual({ kind: 'fault', trace: 'abc' });
});
