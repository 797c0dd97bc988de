import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { documentShelf, InvalidDocument, type OperationRequest } from './documents.js';

const schema = buildSchema('type Query { a: Int b: Int }');

function shelf(persisted: Record<string, string> = {}) {
  let parsed = 0;
  const prepare = documentShelf(
    {
      parse(text) {
        parsed += 1;
        return parse(text);
      },
      validate: (document) => validate(schema, document),
    },
    new Map(Object.entries(persisted)),
  );
  const ask = (request: Partial<OperationRequest>) =>
    prepare({ query: null, documentId: null, operationName: null, ...request });
  return { ask, parsed: () => parsed };
}

function codesOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof InvalidDocument ? error.errors.map((e) => e.extensions.code) : error;
  }
}

test('a document is parsed and validated once', () => {
  const { ask, parsed } = shelf();
  expect(ask({ query: '{ a }' }).document).toBe(ask({ query: '{ a }' }).document);
  expect(parsed()).toBe(1);
});

test('a bad document is refused each time with all its errors', () => {
  const { ask } = shelf();
  expect(codesOf(() => ask({ query: '{ x y }' }))).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
  ]);
  expect(codesOf(() => ask({ query: '{ x y }' }))).toEqual([
    'GRAPHQL_VALIDATION_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
  ]);
  expect(codesOf(() => ask({ query: '{' }))).toEqual(['GRAPHQL_PARSE_FAILED']);
});

test('persisted operations are known by their id', () => {
  const { ask } = shelf({ one: '{ a }' });
  expect(ask({ documentId: 'one' }).label).toBe('a');
  expect(codesOf(() => ask({ documentId: 'two' }))).toEqual(['PERSISTED_DOCUMENT_NOT_FOUND']);
  expect(codesOf(() => ask({}))).toEqual(['BAD_REQUEST']);
});

test('of several operations the client must name one', () => {
  const { ask } = shelf();
  const query = 'query A { a } query B { b }';
  expect(codesOf(() => ask({ query }))).toEqual(['BAD_REQUEST']);
  expect(codesOf(() => ask({ query, operationName: 'C' }))).toEqual(['BAD_REQUEST']);
  expect(ask({ query, operationName: 'B' }).label).toBe('b');
});
