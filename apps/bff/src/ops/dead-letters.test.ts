import { type DeadLetterHead, messageConsumers, pageFrom } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { opsSchema } from '../graphql/schemas.js';
import { askEngine } from '../testing/ask-engine.js';
import { fakeCall } from '../testing/fake-call.js';

const letter = (minute: number): DeadLetterHead => ({
  id: `00000000-0000-4000-8000-0000000000${minute}`,
  durable: 'finance__book-sales',
  type: 'order.order-paid',
  error: 'Nobody can book that',
  tries: 5,
  state: 'open',
  group: `00000000-0000-4000-8000-0000000001${minute}`,
  replays: 0,
  revision: 1,
  at: `2026-01-01T00:${minute}:00.000Z`,
  changedAt: null,
});
const cursorOf = ({ at, id }: DeadLetterHead) => `${at}|${id}`;

const buried: Record<string, DeadLetterHead[]> = {
  finance: [letter(40), letter(10)],
  views: [letter(30), letter(20)],
};

const pageOf = (name: string) => (input: { first: number; after: string | null }) => {
  const later = (buried[name] ?? []).filter((one) => input.after === null || cursorOf(one) < input.after);
  return pageFrom(later.slice(0, input.first + 1), input.first, { cursor: cursorOf, item: (one) => one });
};

const ask = askEngine(
  fakeCall(Object.fromEntries(messageConsumers.map((name) => [`${name}.list-dead-letters`, pageOf(name)]))),
  opsSchema(),
);

interface Letters {
  readonly nodes: { readonly service: string; readonly messageId: string }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}
async function lettersOf(query: string, variables: Record<string, unknown> = {}): Promise<Letters> {
  const { data } = await ask(query, variables);
  if (!data) throw new Error('No letters were answered');
  return data.deadLetters as Letters;
}

const PAGE = `query ($first: Int, $after: String) { deadLetters(first: $first, after: $after) {
  nodes { service messageId } pageInfo { endCursor hasNextPage } } }`;

test('the dead letters of all services come newest first, page by page', async () => {
  const seen: Letters['nodes'] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { nodes, pageInfo } = await lettersOf(PAGE, { first: 1, after });
    seen.push(...nodes);
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
  expect(seen).toEqual([
    { service: 'finance', messageId: letter(40).id },
    { service: 'views', messageId: letter(30).id },
    { service: 'views', messageId: letter(20).id },
    { service: 'finance', messageId: letter(10).id },
  ]);
});

test('one service can be asked alone', async () => {
  const { nodes } = await lettersOf(
    '{ deadLetters(service: "finance") { nodes { error tries type state at } } }',
  );
  expect(nodes).toHaveLength(2);
});

test('a service that is not there is the error of who asked', async () => {
  const { errors } = await ask('{ deadLetters(service: "bff") { nodes { error } } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a service that does not answer is not passed over', async () => {
  const { errors } = await askEngine(fakeCall({}), opsSchema())('{ deadLetters { nodes { error } } }');
  expect(errors).toHaveLength(1);
});
