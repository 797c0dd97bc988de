import { expect, test } from 'vitest';
import { readDeadLetterArguments } from './dead-letter-arguments.js';

const read = (line: string) => readDeadLetterArguments(line.split(' ').filter(Boolean));
const NAME = 'finance/finance__book-points/018f0000-0000-7000-8000-000000000001';
const letter = {
  service: 'finance',
  durable: 'finance__book-points',
  messageId: '018f0000-0000-7000-8000-000000000001',
};

test.each([
  ['', { kind: 'groups', service: null }],
  ['list --service views', { kind: 'groups', service: 'views' }],
  ['list --group G', { kind: 'letters', service: null, group: 'G' }],
  [`show ${NAME}`, { kind: 'show', letter }],
  [`edit ${NAME} --file new.json`, { kind: 'edit', letter, file: 'new.json' }],
  [`replay ${NAME}`, { kind: 'replay-one', letter }],
  ['replay --all', { kind: 'replay', service: null, group: null }],
  ['replay --service finance --group G', { kind: 'replay', service: 'finance', group: 'G' }],
])('%s', (line, command) => {
  expect(read(line)).toEqual(command);
});

test.each([
  ['burn it', /does not know burn/],
  ['list --service bff', /bff is none of/],
  ['show', /Nothing names no letter/],
  ['show finance/018f', /names no letter/],
  ['show finance/finance__book-points/018f', /names no letter/],
  [`edit ${NAME}`, /--file/],
  ['replay', /--all/],
  [`show ${NAME} ${NAME}`, /One letter at a time/],
  ['list --loud', /--loud/],
])('%s is answered with what is wrong', (line, why) => {
  expect(() => read(line)).toThrow(why);
});
