import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_OPERATOR, DEMO_SHOPPERS } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { cards, signIns, startTable } from './table.js';

const system = {
  addresses: { gateway: 'http://localhost:8080', bank: 'http://localhost:8090' },
  engines: [
    {
      name: 'postgres',
      kind: 'original',
      version: '18.4',
      url: 'postgres://postgres:secret@127.0.0.1:1/postgres',
    },
    { name: 'redis', kind: 'stand-in', version: 'x 1', url: 'redis://127.0.0.1:2', remark: 'memory only' },
  ],
  names: ['postgres', 'order', 'cart'],
  pidOf: (name: string) => (name === 'cart' ? undefined : 4_711),
} as const;

test('every sign-in it offers is a demo account', () => {
  const accounts = [...DEMO_SHOPPERS, DEMO_OPERATOR].map(({ email, password }) => `${email} ${password}`);
  for (const [email, password] of signIns) expect(accounts).toContain(`${email} ${password}`);
});

test('every card it offers is one that the bank knows', () => {
  const bank = readFileSync(join(import.meta.dirname, '..', '..', 'bank', 'src', 'cards.ts'), 'utf8');
  for (const [card] of cards) expect(bank).toContain(`'${card.replaceAll(' ', '')}'`);
});

test('it says which engines stand in and never shows a password of a server', () => {
  const table = startTable(system, 'demo', '/data');
  expect(table).toMatch(/redis +stand-in, x 1; memory only/);
  expect(table).toMatch(/postgres +original, 18\.4 +postgres:\/\/127\.0\.0\.1:1\/postgres/);
  expect(table).not.toContain('secret');
});

test('it says which process to kill to see it come back', () => {
  expect(startTable(system, 'demo', '/data')).toMatch(/postgres 4711 +order 4711 +cart starting/);
});

test('production offers no accounts and no cards', () => {
  expect(startTable(system, 'production', '/data')).not.toMatch(/evenkeel\.test|4242/);
});
