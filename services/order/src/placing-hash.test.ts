import { expect, test } from 'vitest';
import { placingHash } from './placing-hash.js';

const line = { sku: 'A', quantity: 1 };
const order = (fromCart: boolean, lines: object[]) => ({ key: 'k', fromCart, lines, email: 'a@b.test' });

test('a cart that the first order emptied is the same body when its key is sent again', () => {
  expect(placingHash(order(true, [line]))).toBe(placingHash(order(true, [])));
});

test('lines that were sent belong to the body', () => {
  expect(placingHash(order(false, [line]))).not.toBe(placingHash(order(false, [line, line])));
});
