// `npm run check`: everything that is known about the code without running it.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import './check-platform.mjs';
import { installIfNeeded } from './install-if-needed.mjs';
import { root } from './prepare.mjs';

const checks = [
  ['types', process.execPath, [join(root, 'node_modules/typescript-native/bin/tsc'), '-b']],
  ['typed rules', 'oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']],
  ['types of the front ends', 'npm', ['run', 'typecheck', '--workspaces', '--if-present', '--silent']],
  ['format and lint', 'biome', ['check', '--error-on-warnings']],
  ['who may know whom', 'depcruise', ['--no-progress', ...'libs services apps infra e2e'.split(' ')]],
  ['nothing unused', 'knip', ['--no-progress']],
  ['file sizes', process.execPath, [new URL('check-file-sizes.mjs', import.meta.url).pathname]],
];

/**
 * Runs the checks, two at a time, the types first since others are quicker after them; the names of those that failed.
 * While `beside` is not done it is the second of the two.
 */
export async function runChecks(beside) {
  const [first, ...rest] = checks;
  const failed = [];
  const types = runCheck(first).then((name) => failed.push(name));
  const worker = async (after) => {
    await after;
    for (let check = rest.shift(); check; check = rest.shift()) failed.push(await runCheck(check));
  };
  await Promise.all([worker(types), worker(beside ?? types)]);
  return { passed: failed.filter((name) => !name).length, failed: failed.filter(Boolean) };
}

async function runCheck([name, command, args]) {
  const begun = Date.now();
  const { code, output } = await run(command, args);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  if (code === 0) return undefined;
  console.log(output.trim().replace(/^/gm, '    '));
  return name;
}

function run(command, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, PATH: `${root}/node_modules/.bin:${process.env.PATH}`, FORCE_COLOR: '0' };
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await installIfNeeded(root);
  const { failed } = await runChecks();
  process.exitCode = failed.length > 0 ? 1 : 0;
}
