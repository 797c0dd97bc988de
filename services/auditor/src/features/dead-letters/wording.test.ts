import { expect, test } from 'vitest';
import { scopeSubject, whatBecame } from './wording.js';

test('no two scopes are called the same', () => {
  const letter = { id: '018f0000-0000-7000-8000-000000000001', durable: 'finance__book-sales' };
  const all = { service: null, group: null, letter: null };
  const scopes = [
    all,
    { ...all, service: 'finance' },
    { ...all, group: 'g' },
    { ...all, service: 'finance', group: 'g' },
    { ...all, service: 'finance', letter },
  ];
  expect(new Set(scopes.map(scopeSubject)).size).toBe(scopes.length);
});

test.each([
  [{ wasIn: 'quarantined', done: 1, failed: 0, quarantined: 0 }, 'quarantined', 'replayed'],
  [{ wasIn: 'open', done: 0, failed: 1, quarantined: 0 }, 'open', 'open'],
  [{ wasIn: 'open', done: 0, failed: 1, quarantined: 1 }, 'open', 'quarantined'],
  [
    { wasIn: null, done: 4, failed: 2, quarantined: 1 },
    '6 dead letters',
    '4 replayed, 2 failed, 1 of them in quarantine',
  ],
] as const)('of %o is told from which state to which', (ended, from, to) => {
  expect(whatBecame(ended)).toEqual({ from, to });
});
