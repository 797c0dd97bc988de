import { READ_MODELS } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { readRebuildArguments } from './rebuild-arguments.js';

test('the demo of this machine is asked, unless another shop or operator is named', () => {
  expect(readRebuildArguments(['order'], {})).toMatchObject({
    model: 'order',
    gateway: 'http://localhost:8080',
    email: 'operator@evenkeel.test',
  });
  expect(readRebuildArguments(['product'], { PORT: '9080' })).toMatchObject({
    gateway: 'http://localhost:9080',
  });
  const other = {
    PUBLIC_URL: 'https://shop.example',
    OPERATOR_EMAIL: 'mara@shop.example',
    OPERATOR_PASSWORD: 'p',
  };
  expect(readRebuildArguments(['customer'], other)).toEqual({
    model: 'customer',
    gateway: 'https://shop.example',
    email: 'mara@shop.example',
    password: 'p',
  });
});

test.each([[[]], [['everything']], [['order', 'product']]])('%j is answered with what it knows', (args) => {
  const read = readRebuildArguments(args, {});
  for (const model of READ_MODELS) expect('problem' in read && read.problem).toContain(model);
});
