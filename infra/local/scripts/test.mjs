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

/** By itself a minute: beside what is left of the other when the integration tests are done. */
const EVERYTHING = 'src/breaking/nemesis.spec.ts';
/** A scenario that shares nothing with the others, so it may run with the journeys, which are done earlier. */
const HAS_A_SHOP = 'src/scenarios/audit.spec.ts';

const sum = { passed: 0, failed: [] };

console.log('\n── install');
await installIfNeeded(root);
console.log('\n── check, and unit tests beside it');
const unit = step('unit tests', vitest('unit'), 'pipe');
const checks = await runChecks(unit);
await unit;
sum.passed += checks.passed;
sum.failed.push(...checks.failed);
console.log('\n── build');
await step('build', npm('build'), 'inherit');
console.log('\n── integration tests on real engines, and beside them a shop that is broken in every way');
// Much of their time both wait, for an engine to come back or for a delay to pass.
await Promise.all([
  step('a shop that is broken in every way', npm('breaking', `--exclude=${EVERYTHING}`), 'pipe'),
  step('integration tests', vitest('integration'), 'inherit').then(() =>
    step('everything at once', npm('breaking', EVERYTHING), 'pipe'),
  ),
]);
console.log('\n── scenarios, and beside them journeys in a browser');
await Promise.all([
  step('scenarios', npm('e2e', 'src/scenarios', `--exclude=${HAS_A_SHOP}`), 'inherit'),
  step('journeys', npm('e2e', 'src/journeys', HAS_A_SHOP), 'pipe'),
]);
console.log('\n── what an order costs and how long it takes, with nothing beside it');
await step('what is timed', npm('e2e', 'src/timed'), 'inherit');
console.log(sum.failed.map((name) => `\n✗ ${name}`).join(''));
console.log(`${sum.passed} passed, ${sum.failed.length} failed`);
process.exitCode = sum.failed.length > 0 ? 1 : 0;

/** A project of vitest, that writes its report into a folder. */
function vitest(project) {
  const report = (folder) => `--outputFile.json=${join(folder, `${project}.json`)}`;
  const command = ['vitest', 'run', '--project', project, '--reporter=default', '--reporter=json'];
  return (folder) => [...command, report(folder)];
}

/** A script of the house; those that run tests write their reports, as JSON of vitest, into the folder TEST_REPORTS. */
function npm(script, ...args) {
  return () => ['npm', 'run', script, '--silent', '--', ...args];
}

/** Runs a command and adds what passed and failed in it to the sum; `output` is `pipe` to print it once it is whole. */
async function step(name, commandFor, output) {
  const begun = Date.now();
  const folder = mkdtempSync(join(reports, 'step-'));
  const code = await run(commandFor(folder), folder, output);
  const { passed, failed, files } = countReports(folder, root);
  sum.passed += passed;
  // What fails without a failed test, such as a build or a crash of the runner, counts as one.
  sum.failed.push(...(code !== 0 && failed.length === 0 ? [`${name} ended with ${code}`] : failed));
  if (code === 0 && files === 0) sum.passed += 1;
  console.log(
    `── ${name}: ${code === 0 ? 'well' : `ended with ${code}`}, ${((Date.now() - begun) / 1000).toFixed(0)} s`,
  );
}

function run([command, ...args], folder, output) {
  const env = {
    ...process.env,
    PATH: `${root}/node_modules/.bin:${process.env.PATH}`,
    TEST_REPORTS: folder,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', output, output] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.stdout.write(Buffer.concat(chunks));
      resolve(signal ?? code);
    });
  });
}
