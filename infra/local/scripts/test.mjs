// `npm test`: everything, from the types to the browser. Its last lines are the names of what failed, and the sum.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './check-platform.mjs';
import { root } from './prepare.mjs';

const reports = mkdtempSync(join(tmpdir(), 'evenkeel-reports-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

const { installIfNeeded } = await import('./install-if-needed.mjs');
const { runChecks } = await import('./check.mjs');
const { countReports } = await import('./count-reports.mjs');

const vitest = (project) => [
  'vitest',
  [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, `${project}.json`)}`,
  ],
];
const runners = [
  ['unit tests', ...vitest('unit')],
  ['integration tests on real engines', ...vitest('integration')],
  ['build', 'npm', ['run', 'build', '--silent']],
  // It writes its report, as JSON of vitest, into the folder TEST_REPORTS.
  ['scenarios and browser', 'npm', ['run', 'e2e', '--silent']],
];

console.log('\n── install');
await installIfNeeded(root);
console.log('\n── check');
const sum = await runChecks();
for (const [name, command, args] of runners) {
  console.log(`\n── ${name}`);
  const begun = Date.now();
  const code = await run(command, args);
  const { passed, failed, files } = countReports(reports, root);
  sum.passed += passed;
  // What fails without a failed test, such as a build or a crash of the runner, counts as one.
  sum.failed.push(...(code !== 0 && failed.length === 0 ? [`${name} ended with ${code}`] : failed));
  if (code === 0 && files === 0) sum.passed += 1;
  console.log(
    `── ${name}: ${code === 0 ? 'well' : `ended with ${code}`}, ${((Date.now() - begun) / 1000).toFixed(0)} s`,
  );
}
console.log(sum.failed.map((name) => `\n✗ ${name}`).join(''));
console.log(`${sum.passed} passed, ${sum.failed.length} failed`);
process.exitCode = sum.failed.length > 0 ? 1 : 0;

function run(command, args) {
  const env = {
    ...process.env,
    PATH: `${root}/node_modules/.bin:${process.env.PATH}`,
    TEST_REPORTS: reports,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
}
