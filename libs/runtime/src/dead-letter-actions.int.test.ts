import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProblem } from '@evenkeel/contracts';
import { type EventId, newId } from '@evenkeel/kernel';
import { actionContextOf, callerOf, serviceInstance, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { deadLetterActions } from './dead-letter-actions.js';

const noMigrations = await mkdtemp(join(tmpdir(), 'evenkeel-no-migrations-'));
const { db, url, drop } = await throwAwayDatabase({ migrationsDir: noMigrations });
const finance = await serviceInstance({ url }, { service: 'finance', handlers: [] });
const served = new Map(
  deadLetterActions('finance', finance.messaging.deadLetters).map((one) => [one.definition.name, one]),
);

afterAll(async () => {
  await finance.stop();
  await drop();
  await rm(noMigrations, { recursive: true });
});

async function ask<Answer>(name: string, input: object, kind: 'customer' | 'operator' = 'operator') {
  const one = served.get(`finance.${name}`);
  if (!one) throw new Error(`Nobody serves ${name}`);
  return (await one.run(input, actionContextOf(callerOf(kind)))) as Answer;
}

const IDS = Array.from({ length: 9 }, () => newId<EventId>());
await db.query({
  text: `insert into dead_letters (id, durable, type, payload, error, tries, at, group_id)
select id, 'finance__book-sales', 'order.order-paid', '{}', n::text, 5, now() - n * interval '1 minute', id
from unnest($1::uuid[]) with ordinality as letter(id, n)`,
  values: [IDS],
});

test('operators see the newest letters page by page, and one with its payload; nobody else does', async () => {
  type Page = { items: { error: string; payload?: string }[]; next: string | null };
  const first = await ask<Page>('list-dead-letters', { first: 6 });
  const rest = await ask<Page>('list-dead-letters', { first: 6, after: first.next });
  const errors = [...first.items, ...rest.items].map(({ error }) => error);
  expect(errors).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9']);
  expect(rest.next).toBeNull();
  const name = { id: IDS[0], durable: 'finance__book-sales' };
  expect(await ask('get-dead-letter', name)).toMatchObject({ ...name, payload: '{}' });
  expect(await ask('get-dead-letter', { ...name, id: newId() })).toBeNull();
  expect(await ask<object[]>('list-dead-letter-groups', { first: 4 })).toHaveLength(4);
  for (const [query, input] of [
    ['list-dead-letters', { first: 1 }],
    ['list-dead-letter-groups', { first: 1 }],
    ['get-dead-letter', name],
  ] as const) {
    const refused = await ask(query, input, 'customer').catch((error: unknown) => error);
    expect(isProblem(refused, 'house.forbidden')).toBe(true);
  }
});

test('of a group that is asked for nothing of another is shown, and a cursor of elsewhere is refused', async () => {
  expect(await ask('list-dead-letters', { group: IDS[2] })).toMatchObject({
    items: [{ id: IDS[2] }],
    next: null,
  });
  const refused = await ask('list-dead-letters', { after: 'page 2' }).catch((error: unknown) => error);
  expect(isProblem(refused, 'house.invalid-input')).toBe(true);
});

test('a replay of none only counts', async () => {
  const count = { replayId: newId(), first: 0 };
  expect(await ask('replay-dead-letters', count)).toEqual({ done: 0, failed: 0, left: 9, quarantined: 0 });
});
