import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** Enough to see what was expected and what came; the whole stands further up in the output. */
const LINES_OF_A_REASON = 12;

/**
 * Sums the JSON reports of vitest in a folder and takes them away, so that each counts once. `failed` tells of each
 * test that did not pass: its file seen from `root`, its name, and on further lines why.
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
function failuresIn({ status, message, assertionResults }, file) {
  const failed = assertionResults.filter((result) => result.status === 'failed');
  if (status === 'failed' && failed.length === 0) return [told(`${file} could not be run`, message)];
  return failed.map(({ fullName, failureMessages }) => told(`${file}: ${fullName}`, failureMessages[0]));
}

/** What is said of the error, and where in our own code it was met. */
function told(name, reason) {
  const lines = stripVTControlCharacters(reason ?? '').split('\n');
  const isFrame = (line) => line.trimStart().startsWith('at ');
  const said = lines.filter((line) => line.trim() && !isFrame(line)).slice(0, LINES_OF_A_REASON);
  const met = lines.find((line) => isFrame(line) && !line.includes('node_modules'));
  return [name, ...said, ...(met ? [met.trim()] : [])].join('\n    ');
}
