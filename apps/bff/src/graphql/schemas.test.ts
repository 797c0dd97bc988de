import { readFileSync } from 'node:fs';
import {
  BreakingChangeType,
  buildSchema,
  findBreakingChanges,
  isInterfaceType,
  isObjectType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { PROMISED } from '../testing/promised-schema.js';
import { opsSchema, shopSchema } from './schemas.js';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

test.each([
  ['schema.graphql', shopSchema()],
  ['ops.graphql', opsSchema()],
])('the schema that runs is %s, word for word', (file, running) => {
  const print = (schema: typeof running) => printSchema(lexicographicSortSchema(schema));
  expect(print(running)).toBe(print(buildSchema(read(file))));
});

test('nothing that clients were promised is gone or changed', () => {
  expect(findBreakingChanges(buildSchema(PROMISED), shopSchema())).toEqual([]);
});

test('a promise that is broken would be seen', () => {
  const broken = buildSchema(read('schema.graphql').replace('retryAfter: Int!', 'retryIn: Int!'));
  const kinds = findBreakingChanges(buildSchema(PROMISED), broken).map((change) => change.type);
  expect(kinds).toContain(BreakingChangeType.FIELD_REMOVED);
});

test('every member of a result is what was done or a Refusal with its code and message', () => {
  const done =
    /^(SignedIn|CartUpdated|OrderPlaced|PaymentStarted|OrderCancelled|RefundStarted|ReviewPosted)$/;
  const types = Object.values(shopSchema().getTypeMap());
  for (const union of types.filter(isUnionType)) {
    const refusals = union.getTypes().filter((member) => !done.test(member.name));
    expect(refusals.length, union.name).toBeGreaterThan(0);
    for (const member of refusals) {
      expect(
        member.getInterfaces().some((i) => isInterfaceType(i) && i.name === 'Refusal'),
        member.name,
      ).toBe(true);
    }
  }
  expect(types.filter(isObjectType).length).toBeGreaterThan(50);
});
