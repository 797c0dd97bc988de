import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  NoUnusedFragmentsRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { FEED_DOCUMENT } from '../live/feed-document.js';

const schema = buildSchema(readFileSync(new URL('../../../bff/schema.graphql', import.meta.url), 'utf8'));
// A fragment on its own is unused by nature, and its variables belong to the operation that uses it.
const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

const modules = import.meta.glob<Record<string, unknown>>('../**/*.query.ts', { eager: true });

function isOperation(value: unknown): value is DocumentNode {
  const document = value as DocumentNode | undefined;
  return (
    document?.kind === 'Document' && document.definitions.some(({ kind }) => kind === 'OperationDefinition')
  );
}

const documents = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([, value]) => isOperation(value))
    .map(([name, value]) => [`${file} ${name}`, value as DocumentNode] as const),
);

describe('what the pages ask', () => {
  it.each(documents)('%s is what the schema offers', (_name, document) => {
    expect(validate(schema, document, rules).map(({ message }) => message)).toEqual([]);
  });

  it('includes the feed', () => {
    expect(validate(schema, parse(FEED_DOCUMENT))).toEqual([]);
  });

  it('is found by this test', () => {
    expect(documents.length).toBeGreaterThan(20);
  });
});
