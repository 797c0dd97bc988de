import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Counter {
  countReports(folder: string, root: string): { passed: number; failed: string[]; files: number };
}
const { countReports } = (await import(
  join(import.meta.dirname, '..', 'scripts', 'count-reports.mjs')
)) as Counter;

test('what failed is named with its file and its reason, and a file that could not be run counts as one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-count-'));
  const report = {
    numPassedTests: 2,
    testResults: [
      {
        name: '/house/libs/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'sums hold' },
          {
            status: 'failed',
            fullName: 'sums hold at night',
            failureMessages: [
              '\u001b[31mError: expected 2\u001b[39m\nto be 3\n    at poll (/house/node_modules/x.js:1:1)\n    at /house/libs/a.test.ts:7:3',
            ],
          },
        ],
      },
      { name: '/house/libs/b.test.ts', status: 'failed', message: 'No such file', assertionResults: [] },
      { name: '/house/libs/c.test.ts', status: 'passed', assertionResults: [] },
    ],
  };
  writeFileSync(join(folder, 'unit.json'), JSON.stringify(report));
  expect(countReports(folder, '/house')).toEqual({
    passed: 2,
    failed: [
      'libs/a.test.ts: sums hold at night\n    Error: expected 2\n    to be 3\n    at /house/libs/a.test.ts:7:3',
      'libs/b.test.ts could not be run\n    No such file',
    ],
    files: 1,
  });
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
