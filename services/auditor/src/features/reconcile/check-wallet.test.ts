import { expect, test } from 'vitest';
import { type Account, checkWallet } from './check-wallet.js';

const customerId = '0190a1b2-0000-7000-8000-0000000000aa' as Account['customerId'];
const wallet = { customerId, available: 120, frozen: 30, version: 4, entriesCount: 3, entriesSum: 120 };

test('a wallet that is shown as loyalty keeps it is no finding', () => {
  expect(checkWallet({ customerId, account: wallet, shown: wallet })).toEqual([]);
});

test.each([
  ['available', { available: 121 }],
  ['frozen', { frozen: 0 }],
  ['version', { version: 3 }],
  ['entries', { entriesCount: 2 }],
  ['entries', { entriesSum: 119 }],
])('other %s are a finding, with what each side says and what was shown', (name, change) => {
  const [found, ...more] = checkWallet({ customerId, account: wallet, shown: { ...wallet, ...change } });
  expect(more).toEqual([]);
  expect(found).toMatchObject({ class: 'wallet-drifted', subject: customerId, orderId: null });
  expect(found?.evidence.map(({ side }) => side)).toEqual(['loyalty', 'views']);
  expect(found?.shown).toContain(name);
});

test('so are one that is not shown, and one that loyalty does not keep', () => {
  const unseen = checkWallet({ customerId, account: wallet, shown: null });
  expect(unseen).toMatchObject([{ class: 'wallet-drifted', evidence: [{}, { says: 'does not show it' }] }]);
  const ofNobody = checkWallet({ customerId, account: null, shown: wallet });
  expect(ofNobody).toMatchObject([
    { class: 'wallet-drifted', evidence: [{ says: 'has no such wallet' }, {}] },
  ]);
});
