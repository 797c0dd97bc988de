import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Sums the JSON reports of vitest in a folder and takes them away, so that each counts once. `failed` has the name of
 * each test that did not pass, with its file seen from `root`.
 */
export function countReports(folder, root) {
  const sum = { passed: 0, failed: [], files: 0 };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const { numPassedTests, testResults } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    sum.passed += numPassedTests;
    sum.failed.push(...testResults.flatMap((result) => failuresIn(result, relative(root, result.name))));
    sum.files += 1;
    rmSync(join(folder, file));
  }
  return sum;
}

/** A file that could not be loaded has no failed test of its own; it counts as one. */
function failuresIn({ status, assertionResults }, file) {
  const failed = assertionResults.filter((result) => result.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [`${file} could not be run`];
  return failed.map(({ fullName }) => `${file}: ${fullName}`);
}
