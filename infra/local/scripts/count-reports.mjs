import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Sums the test reports in a folder, of vitest or Playwright, and takes them away, so that each counts once. */
export function countReports(folder) {
  const sum = { passed: 0, failed: 0, files: 0 };
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const report = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const { passed, failed } = 'numTotalTests' in report ? ofVitest(report) : ofPlaywright(report);
    sum.passed += passed;
    sum.failed += failed;
    sum.files += 1;
    rmSync(join(folder, file));
  }
  return sum;
}

/** A file that could not be loaded has no failed test of its own; it counts as one. */
function ofVitest({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length };
}

/** A flaky test passed in the end, but a test that cannot be trusted is not one that passed. */
function ofPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
