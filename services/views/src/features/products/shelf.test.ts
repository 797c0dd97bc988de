import { expect, test } from 'vitest';
import { toShelfPart } from './shelf.js';

test('what somebody else wrote is told of all the same, whatever it lacks', () => {
  const document = { _id: 'spoiled', skus: ['CUP'], product: { variants: [{ sku: 'CUP' }] } as never };
  expect(toShelfPart({ document, stock: new Map(), histogram: [0, 0, 0, 0, 0], listed: 0 })).toMatchObject({
    productId: 'spoiled',
    version: 0,
    title: { en: '', zh: '' },
    prices: { CNY: [0], USD: [0] },
    stock: [{ sku: 'CUP', state: 'sold-out', version: 0 }],
  });
});
