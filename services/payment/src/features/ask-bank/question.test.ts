import { expect, test } from 'vitest';
import { afterNotFound, questionFor } from './question.js';

test.each([
  ['initiated', false, 'tok', 'charge'],
  ['initiated', true, 'tok', 'void'],
  ['initiated', false, null, 'query'],
  ['unknown', false, 'tok', 'query'],
  ['pending', false, 'tok', 'query'],
  ['pending', true, null, 'void'],
] as const)(
  'of an attempt that is %s (void wanted: %s, token: %s) the bank is asked to %s',
  (state, wantsVoid, token, question) => {
    expect(questionFor({ state, wantsVoid, token })).toBe(question);
  },
);

test('“not found” is no answer: what can be sent again is sent again, all else is closed', () => {
  const asking = { state: 'unknown', wantsVoid: false } as const;
  expect(afterNotFound({ ...asking, token: 'tok' })).toBe('charge');
  expect(afterNotFound({ ...asking, token: null })).toBe('void');
});
