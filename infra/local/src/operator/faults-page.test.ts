import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wantedFault } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { readFaultArguments } from './fault-arguments.js';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const page = readFileSync(join(root, 'docs', 'faults.md'), 'utf8');
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what happens'))
  .map((line) => {
    const [what = '', command = '', where = ''] = line.slice(2, -2).split(' | ');
    const [, path = '', name = ''] = /^\[[^\]]+\]\(\.\.\/([^)]+)\): (.+)$/.exec(where) ?? [];
    return { what, command: command.replaceAll('`', ''), path, name };
  });

test('the page has every class of fault', () => {
  expect(rows.length).toBeGreaterThan(55);
});

test.each(rows)('$what: the test that the page names is there', ({ path, name }) => {
  const source = readFileSync(join(root, path), 'utf8');
  expect(["'", '`'].some((quote) => source.includes(`${quote}${name}${quote}`))).toBe(true);
});

test.each(rows)('$what: its command can be given', ({ command }) => {
  const [, script = '', words = ''] = /^npm run ([\w:]+) -- (.+)$/.exec(command) ?? [];
  if (script === 'integration') return expect(existsSync(join(root, words))).toBe(true);
  if (script !== 'fault') return expect(words).not.toBe('');
  const given = readFaultArguments(words.split(' '));
  expect(given.kind === 'set' && wantedFault.safeParse(given.input).success).toBe(true);
});
