import { Problem } from '@evenkeel/contracts';
import { isUnionType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { shopSchema } from '../graphql/schemas.js';
import type { Refusal } from '../refusals/refusal.js';
import { askEngine } from '../testing/ask-engine.js';
import { fakeCall } from '../testing/fake-call.js';
import { answers, calls } from '../testing/union-cases.js';

const schema = shopSchema();
const unions = Object.values(schema.getTypeMap()).filter(isUnionType);

describe.each(unions)('%s', (union) => {
  const cases = Object.entries(answers[union.name] ?? {});
  const call = calls[union.name];

  test('has a case for every member', () => {
    expect(cases.map(([member]) => member).sort()).toEqual(
      union
        .getTypes()
        .map((t) => t.name)
        .sort(),
    );
  });

  test.each(cases)('%s comes of what the service answers', async (member, answer) => {
    if (!call) throw new Error(`No call for ${union.name}`);
    const run = askEngine(
      fakeCall({
        ...call.around,
        [call.action]: () => {
          if (answer instanceof Problem) throw answer;
          return answer;
        },
      }),
      schema,
    );
    const { data, errors } = await run(call.document, call.variables ?? {}, call.claims);
    expect(errors).toBeUndefined();
    const result = Object.values(data ?? {})[0] as Refusal | undefined;
    expect(result?.__typename).toBe(member);
    const refuses = union
      .getTypes()
      .find((t) => t.name === member)
      ?.getInterfaces().length;
    if (refuses) {
      expect(result?.code).toMatch(/^[A-Z_]+$/);
      expect(result?.message?.length).toBeGreaterThan(5);
    }
  });
});
