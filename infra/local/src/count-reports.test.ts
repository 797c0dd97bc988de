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

test('what failed is named with its file, and a file that could not be run counts as one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-count-'));
  const report = {
    numPassedTests: 2,
    testResults: [
      {
        name: '/house/libs/a.test.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed', fullName: 'sums hold' },
          { status: 'failed', fullName: 'sums hold at night' },
        ],
      },
      { name: '/house/libs/b.test.ts', status: 'failed', assertionResults: [] },
      { name: '/house/libs/c.test.ts', status: 'passed', assertionResults: [] },
    ],
  };
  writeFileSync(join(folder, 'unit.json'), JSON.stringify(report));
  expect(countReports(folder, '/house')).toEqual({
    passed: 2,
    failed: ['libs/a.test.ts: sums hold at night', 'libs/b.test.ts could not be run'],
    files: 1,
  });
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
