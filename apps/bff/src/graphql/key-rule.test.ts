import { buildSchema, GraphQLError, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documentShelf } from './documents.js';
import { keyFor } from './key-rule.js';

const schema = buildSchema(`
  type Query { cart: Int }
  type Mutation { placeOrder: Int payOrder: Int setCartLine: Int }
`);
const prepare = documentShelf(
  { parse: (text) => parse(text), validate: (document) => validate(schema, document) },
  new Map(),
);
const operation = (query: string) => prepare({ query, documentId: null, operationName: null });

function codeOf(query: string, key: string | null): unknown {
  try {
    return keyFor(operation(query), key);
  } catch (error) {
    return error instanceof GraphQLError ? error.extensions.code : error;
  }
}

test('a keyed operation without its key is not run', () => {
  expect(codeOf('mutation { placeOrder }', null)).toBe('IDEMPOTENCY_KEY_REQUIRED');
});

test('a key is 1 to 255 visible ASCII characters', () => {
  for (const bad of ['', 'a b', 'ключ', 'x'.repeat(256), 'a, b']) {
    expect(codeOf('mutation { placeOrder }', bad)).toBe('IDEMPOTENCY_KEY_INVALID');
  }
  expect(codeOf('mutation { placeOrder }', '~'.repeat(255))).toBe('~'.repeat(255));
});

test('two keyed operations do not share a key, also not inside fragments or under aliases', () => {
  expect(codeOf('mutation { placeOrder payOrder }', 'k')).toBe('ONE_KEYED_OPERATION');
  expect(codeOf('mutation { a: placeOrder b: placeOrder }', 'k')).toBe('ONE_KEYED_OPERATION');
  expect(codeOf('mutation { placeOrder ...F } fragment F on Mutation { ... { payOrder } }', 'k')).toBe(
    'ONE_KEYED_OPERATION',
  );
});

test('what needs no key ignores one', () => {
  expect(codeOf('mutation { setCartLine }', 'k')).toBe(null);
  expect(codeOf('{ cart }', null)).toBe(null);
  expect(codeOf('mutation { setCartLine placeOrder }', 'k')).toBe('k');
});
