import { expect, test } from 'vitest';
import { groupOf, kindOfError } from './grouping.js';

const letter = (error: string, durable = 'finance__book-sales', type = 'order.order-paid') =>
  groupOf({ durable, type, error });

test('the ids and numbers of one letter do not set it apart', () => {
  const order = (id: string) => `Order ${id} of 018f0000-0000-7000-8000-00000000000${id} costs ${id}.50`;
  expect(kindOfError(order('7'))).toBe('Order # of # costs #');
  expect(letter(order('7'))).toBe(letter(order('8')));
});

test('another error, consumer or type does', () => {
  const groups = [
    letter('No such order'),
    letter('No such wallet'),
    letter('No such order', 'views__follow-order'),
    letter('No such order', 'finance__book-sales', 'order.order-refunded'),
  ];
  expect(new Set(groups).size).toBe(groups.length);
});
