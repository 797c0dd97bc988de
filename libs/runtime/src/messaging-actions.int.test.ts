import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProblem } from '@evenkeel/contracts';
import { type CommandId, newId } from '@evenkeel/kernel';
import { actionContextOf, callerOf, throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';
import { messagingActions } from './messaging-actions.js';

const noMigrations = await mkdtemp(join(tmpdir(), 'evenkeel-no-migrations-'));
const { db, drop } = await throwAwayDatabase({ migrationsDir: noMigrations });
const served = new Map(messagingActions('finance', db).map((one) => [one.definition.name, one]));

afterAll(async () => {
  await drop();
  await rm(noMigrations, { recursive: true });
});

function ask(name: string, input: unknown): Promise<unknown> {
  const one = served.get(name);
  if (!one) throw new Error(`Nobody serves ${name}`);
  return one.run(input, actionContextOf(callerOf('operator')));
}

const idsOf = (count: number): CommandId[] => Array.from({ length: count }, () => newId<CommandId>());

test('what became of commands can be asked for one by one and a hundred at once, and no more', async () => {
  await db.query({
    text: `insert into inbox (id, type, outcome)
select ('018f0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'finance.do-something', n::text from generate_series(1, 99) n`,
  });
  const known = Array.from(
    { length: 99 },
    (_, at) => `018f0000-0000-7000-8000-${String(at + 1).padStart(12, '0')}`,
  );
  expect(await ask('finance.get-commands', { commandIds: [known[6]] })).toMatchObject([
    { commandId: known[6], state: 'done', type: 'finance.do-something', outcome: 7 },
  ]);
  const [never] = idsOf(1);
  const all = (await ask('finance.get-commands', { commandIds: [...known, never] })) as { state: string }[];
  expect(all.map(({ state }) => state)).toEqual([...known.map(() => 'done'), 'unknown']);
  for (const commandIds of [idsOf(101), []]) {
    const refused = await ask('finance.get-commands', { commandIds }).catch((error: unknown) => error);
    expect(isProblem(refused, 'house.invalid-input')).toBe(true);
  }
});
