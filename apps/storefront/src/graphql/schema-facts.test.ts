import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLObjectType, isInterfaceType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { EMBEDDED, KEYED_BY, REFUSALS } from './schema-facts.js';

const schema = buildSchema(readFileSync(new URL('../../../bff/schema.graphql', import.meta.url), 'utf8'));
const objects = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);

it('knows every refusal of the schema', () => {
  const refusal = schema.getType('Refusal');
  if (!isInterfaceType(refusal)) throw new Error('the schema has no interface Refusal');
  const names = schema.getPossibleTypes(refusal).map((type) => type.name);
  expect([...REFUSALS].sort()).toEqual(names.sort());
});

it('knows how the cache keeps every type that has no id', () => {
  const roots = new Set(['Query', 'Mutation', 'Subscription']);
  // Answers of mutations are read once and hang from the mutation itself.
  const answers = /^(Order(Placed|Cancelled)|PaymentStarted|RefundStarted|ReviewPosted|SignedIn)$/;
  const withoutId = objects
    .filter((type) => !type.getFields().id && !roots.has(type.name) && !answers.test(type.name))
    .map((type) => type.name)
    .filter((name) => !(REFUSALS as readonly string[]).includes(name));
  expect([...EMBEDDED, ...Object.keys(KEYED_BY)].sort()).toEqual(withoutId.sort());
});
