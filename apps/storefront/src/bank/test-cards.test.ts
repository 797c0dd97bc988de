import { expect, it } from 'vitest';
import { expiryFor, groupedCard, groupedExpiry, isCardNumber, readExpiry, TEST_CARDS } from './test-cards.js';

const now = new Date('2026-11-21T10:00:00Z');

it('writes card numbers and dates as they stand on a card', () => {
  expect(groupedCard('4242-4242 42424242')).toBe('4242 4242 4242 4242');
  expect(groupedExpiry('1229')).toBe('12 / 29');
  expect(groupedExpiry('1')).toBe('1');
});

it('knows a mistyped number by its check digit', () => {
  expect(isCardNumber('4242 4242 4242 4242')).toBe(true);
  expect(isCardNumber('4242 4242 4242 4243')).toBe(false);
  expect(isCardNumber('4242')).toBe(false);
});

it('offers demo cards that would pass at any counter', () => {
  expect(TEST_CARDS.map((card) => isCardNumber(card.number))).toEqual(TEST_CARDS.map(() => true));
});

it('reads a date that lies ahead, this month included', () => {
  expect(readExpiry('11 / 26', now)).toEqual({ month: 11, year: 2026 });
  expect(readExpiry('10/26', now)).toBeUndefined();
  expect(readExpiry('13/29', now)).toBeUndefined();
  expect(readExpiry(expiryFor(now), now)).toEqual({ month: 12, year: 2029 });
});
