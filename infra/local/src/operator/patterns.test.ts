import { readFileSync } from 'node:fs';
import { wantedFault } from '@evenkeel/contracts';
import { expect, test } from 'vitest';
import { readDeadLetterArguments } from './dead-letter-arguments.js';
import { readFaultArguments } from './fault-arguments.js';

const page = readFileSync(new URL('../../../../docs/patterns.md', import.meta.url), 'utf8');
const commandsOf = (script: string): string[] =>
  [...page.matchAll(new RegExp(`^npm run ${script} -- (.+)$`, 'gm'))].map(([, args = '']) => args);

test.each(commandsOf('fault'))('the page of patterns can be followed: npm run fault -- %s', (args) => {
  const command = readFaultArguments(args.split(' '));
  expect(command.kind === 'set' && wantedFault.safeParse(command.input).success).toBe(true);
});

test.each(commandsOf('dead-letters'))('so can it here: npm run dead-letters -- %s', (args) => {
  expect(() => readDeadLetterArguments(args.split(' '))).not.toThrow();
});

test('each of its problems has a pattern, code, a test and a command', () => {
  const [, ...problems] = page.split(/^## /m);
  expect(problems.length).toBeGreaterThan(10);
  for (const problem of problems)
    for (const part of ['**Pattern:**', 'Code: [', 'Test: [', '```sh\nnpm run '])
      expect(problem).toContain(part);
});
