import { messageConsumers } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { opsSchema } from '../graphql/schemas.js';
import { askEngine } from '../testing/ask-engine.js';
import { fakeCall } from '../testing/fake-call.js';

const letter = (minute: number) => ({
  id: `00000000-0000-4000-8000-0000000000${minute}`,
  durable: 'finance__book-sales',
  type: 'order.order-paid',
  payload: '{}',
  error: 'Nobody can book that',
  tries: 5,
  at: `2026-01-01T00:${minute}:00.000Z`,
});

const buried: Record<string, ReturnType<typeof letter>[]> = {
  finance: [letter(40), letter(10)],
  views: [letter(30), letter(20)],
};

const ask = askEngine(
  fakeCall(
    Object.fromEntries(
      messageConsumers.map((name) => [`${name}.list-dead-letters`, () => buried[name] ?? []]),
    ),
  ),
  opsSchema(),
);

test('the dead letters of all services come newest first, as many as are asked for', async () => {
  const { data } = await ask('{ deadLetters(first: 3) { service messageId } }');
  expect(data?.deadLetters).toEqual([
    { service: 'finance', messageId: letter(40).id },
    { service: 'views', messageId: letter(30).id },
    { service: 'views', messageId: letter(20).id },
  ]);
});

test('one service can be asked alone', async () => {
  const { data } = await ask('{ deadLetters(service: "finance") { error tries type at } }');
  expect(data?.deadLetters).toHaveLength(2);
});

test('a service that is not there is the error of who asked', async () => {
  const { errors } = await ask('{ deadLetters(service: "bff") { error } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('a service that does not answer is not passed over', async () => {
  const { errors } = await askEngine(fakeCall({}), opsSchema())('{ deadLetters { error } }');
  expect(errors).toHaveLength(1);
});
