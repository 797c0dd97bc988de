import { Problem } from '@evenkeel/contracts';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { clientError } from './client-error.js';
import { visibleError } from './visible-error.js';

const thrown = (originalError: Error) =>
  new GraphQLError(originalError.message, { path: ['cart'], originalError });

test('our own faults keep their path and lose their words', () => {
  const { error, masked } = visibleError(thrown(new Error('password of the database')), 't1');
  expect(error.toJSON()).toEqual({
    message: 'Something went wrong on our side',
    path: ['cart'],
    extensions: { code: 'INTERNAL', traceId: 't1' },
  });
  expect(masked).toBe(true);
});

test('an error of the executor that names our data is a fault of ours', () => {
  const { error } = visibleError(
    new GraphQLError('Int cannot represent 7.5', { path: ['cart', 'quantity'] }),
    't1',
  );
  expect(error.message).toBe('Something went wrong on our side');
});

test('what the client can do something about stays', () => {
  const { error, masked } = visibleError(thrown(clientError('TOO_COSTLY', 'Ask for less')), 't1');
  expect([error.message, error.extensions, masked]).toEqual([
    'Ask for less',
    { code: 'TOO_COSTLY', traceId: 't1' },
    false,
  ]);
});

test('a key in use says when to come back, also when the problem lost its class on the wire', () => {
  const problem = Object.assign(new Error('Not decided yet'), {
    type: 'house.key-in-progress',
    data: { retryAfter: 2 },
  });
  expect(visibleError(thrown(problem), 't1').error.extensions).toEqual({
    code: 'IDEMPOTENCY_KEY_IN_PROGRESS',
    retryAfter: 2,
    traceId: 't1',
  });
});

test('a service that does not answer says whether the command may have been carried out', () => {
  const problem = new Problem('house.unavailable', 'order.place-order did not answer', { unknown: true });
  const { error, masked } = visibleError(thrown(problem), 't1');
  expect(error.message).not.toContain('place-order');
  expect(error.extensions).toMatchObject({ code: 'UNAVAILABLE', unknown: true });
  expect(masked).toBe(true);
});

test('a variable of the wrong type is told as it is', () => {
  const { error } = visibleError(new GraphQLError('Variable "$first" got invalid value'), 't1');
  expect(error.extensions.code).toBe('BAD_USER_INPUT');
});
