import { fileURLToPath } from 'node:url';
import { ensureDatabase, migrate } from '@evenkeel/postgres';
import { throwAwayDatabase } from '@evenkeel/testing';
import { afterAll, expect, test } from 'vitest';

const migrationsDir = new URL('./migrations', import.meta.url);
const { db, url, drop } = await throwAwayDatabase({ migrationsDir, plain: true });

afterAll(drop);

test('a migration is applied once', async () => {
  const dir = fileURLToPath(migrationsDir);
  expect(await migrate({ databaseUrl: url, dir })).toEqual([]);
  expect(
    await migrate({ databaseUrl: url, dir, table: 'of_somebody_else', log: () => undefined }).catch(String),
  ).toContain('already exists');
});

test('a database is made once, whoever else makes it at the same time', async () => {
  const name = `made_${Date.now()}`;
  const urls = await Promise.all([
    ensureDatabase(url, name),
    ensureDatabase(url, name),
    ensureDatabase(url, name),
  ]);
  expect(new Set(urls).size).toBe(1);
  await db.query({ text: `drop database ${name}` });
  await expect(ensureDatabase(url, 'no"name')).rejects.toThrow('no name for a database');
});
