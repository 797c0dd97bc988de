import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handles, localInput } from '@evenkeel/messaging';
import { afterAll, expect, test } from 'vitest';
import { serviceInstance } from './service-instance.js';
import { throwAwayDatabase } from './throw-away-database.js';

const noMigrations = await mkdtemp(join(tmpdir(), 'evenkeel-no-migrations-'));
const database = await throwAwayDatabase({ migrationsDir: noMigrations });
const counting = localInput<{ readonly by: number }>()('testing.count');

afterAll(async () => {
  await database.drop();
  await rm(noMigrations, { recursive: true });
});

test('what is put into the lane of an instance twice is done once', async () => {
  let count = 0;
  const counter = handles([counting], (items, work) => {
    work.afterCommit(() => {
      for (const item of items) count += item.data.by;
    });
    return Promise.resolve();
  });
  const instance = await serviceInstance(database, { service: 'order', handlers: [counter] });
  const id = '018f0000-0000-7000-8000-000000000001';
  await Promise.all([
    instance.messaging.tell(counting, { by: 2 }, { id }),
    instance.messaging.tell(counting, { by: 2 }, { id }),
  ]);
  await instance.messaging.tell(counting, { by: 3 });
  await instance.stop();
  expect(count).toBe(5);
});
