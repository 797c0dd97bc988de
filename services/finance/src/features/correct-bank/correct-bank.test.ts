import type { OrderId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { correctionOf } from './correct-bank.js';

const about = { orderId: '7214563982110720' as OrderId, sourceEventId: 'command' };

test.each([
  ['too little', 4_000, 1_000],
  ['too much', 6_000, -1_000],
])('books that hold %s are made to say what the bank says', (_, inBooks, missing) => {
  const journal = correctionOf({ ...about, atBank: { minor: 5_000, currency: 'USD' }, inBooks });
  expect(journal).toMatchObject({ kind: 'bank-correction', currency: 'USD' });
  expect(journal?.entries).toEqual([
    { account: 'bank-clearing', amount: missing },
    { account: 'suspense', amount: -missing },
  ]);
});

test('books that agree are left alone', () => {
  expect(correctionOf({ ...about, atBank: { minor: 5_000, currency: 'USD' }, inBooks: 5_000 })).toBeNull();
});
