import { READ_MODELS } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { operatorPlace } from './operator-place.js';
import { readRebuildArguments } from './rebuild-arguments.js';

test('the demo of this machine is asked, unless another shop or operator is named', () => {
  expect(operatorPlace({})).toMatchObject({
    gateway: 'http://localhost:8080',
    email: 'operator@evenkeel.test',
  });
  expect(operatorPlace({ PORT: '9080' })).toMatchObject({ gateway: 'http://localhost:9080' });
  const other = {
    PUBLIC_URL: 'https://shop.example',
    OPERATOR_EMAIL: 'mara@shop.example',
    OPERATOR_PASSWORD: 'p',
  };
  expect(operatorPlace(other)).toEqual({
    gateway: 'https://shop.example',
    email: 'mara@shop.example',
    password: 'p',
  });
});

test('a read model is named', () => {
  expect(readRebuildArguments(['order'])).toBe('order');
});

test.each([[[]], [['everything']], [['order', 'product']]])('%j is answered with what it knows', (args) => {
  const read = readRebuildArguments(args);
  for (const model of READ_MODELS) expect(typeof read === 'object' && read.problem).toContain(model);
});
