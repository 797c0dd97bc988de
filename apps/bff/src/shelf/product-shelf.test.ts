import type { ProductView } from '@evenkeel/contracts';
import { manualClock } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { fakeCall } from '../testing/fake-call.js';
import { productView } from '../testing/samples.js';
import { createProductShelf } from './product-shelf.js';

function shelfOf(products: ProductView[]) {
  const asked: string[][] = [];
  const call = fakeCall({
    'views.get-products': ({ ids = [] }: { ids?: string[] }) => {
      asked.push(ids);
      return ids.map((id) => products.find((p) => p.product.id === id) ?? null);
    },
  });
  const clock = manualClock();
  return { shelf: createProductShelf(call, clock), asked, clock };
}

test('two who ask in the same moment share one question, and the answer is kept', async () => {
  const lamp = productView();
  const { shelf, asked } = shelfOf([lamp]);
  const both = await Promise.all([shelf.byId(lamp.product.id), shelf.byIds([lamp.product.id, 'gone'])]);
  await shelf.byId(lamp.product.id);
  expect(both).toEqual([lamp, [lamp, null]]);
  expect(asked).toEqual([[lamp.product.id, 'gone']]);
});

test('a change that is announced while the old answer is on its way is not lost', async () => {
  const products = [productView()];
  const id = products[0]?.product.id ?? '';
  const { shelf, asked } = shelfOf(products);
  const before = shelf.byId(id);
  shelf.forget({ productId: id, slug: 'any' });
  products[0] = { ...productView(), rating: { average: 1, count: 1, histogram: [1, 0, 0, 0, 0] } };
  await before;
  expect((await shelf.byId(id))?.rating.count).toBe(1);
  expect(asked.length).toBe(2);
});

test('what does not exist is asked for again, what exists after half a minute', async () => {
  const lamp = productView();
  const { shelf, asked, clock } = shelfOf([lamp]);
  await shelf.byId('gone');
  await shelf.byId('gone');
  await shelf.byId(lamp.product.id);
  clock.advance(30_001);
  await shelf.byId(lamp.product.id);
  expect(asked).toEqual([['gone'], ['gone'], [lamp.product.id], [lamp.product.id]]);
});

test('never more than 100 at once', async () => {
  const { shelf, asked } = shelfOf([]);
  await shelf.byIds(Array.from({ length: 250 }, (_, i) => `p${i}`));
  expect(asked.map((ids) => ids.length)).toEqual([100, 100, 50]);
});
