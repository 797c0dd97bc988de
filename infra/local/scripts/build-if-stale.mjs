import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { runStep } from './run-step.mjs';

const workspaceFolders = ['libs', 'services', 'apps', 'infra'];
const rootFiles = [
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.process.json',
  'turbo.json',
];
const notSources = new Set(['node_modules', 'dist', 'migrations', '.turbo']);

/** Builds unless nothing has changed since the last build that went well. Looks at names, sizes and times only. */
export async function buildIfStale(root) {
  if (isStale(root)) await oneAtATime(root, () => build(root));
}

function isStale(root) {
  return !isBuilt(root) || readStamp(root) !== fingerprint(root);
}

async function build(root) {
  // Whoever had the turn before may have done it.
  if (!isStale(root)) return;
  const now = fingerprint(root);
  const turbo = join(root, 'node_modules', '.bin', 'turbo');
  await runStep('building', process.execPath, [turbo, ...buildArguments], {
    cwd: root,
    env: buildEnvironment(),
  });
  writeStamp(root, now);
}

/** `build:code` only writes JavaScript, in half the time; whether the types are right is for `npm run check` to say. */
const buildArguments = ['run', 'build', 'build:code', '--output-logs=errors-only'];

function buildEnvironment() {
  return { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
}

/** Changes when a source is added, removed, renamed, resized or written. */
function fingerprint(root) {
  const hash = createHash('sha256');
  const add = (path) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  };
  for (const file of rootFiles) if (existsSync(join(root, file))) add(join(root, file));
  for (const workspace of workspaces(root)) walk(workspace, add);
  return hash.digest('hex');
}

function writeStamp(root, value) {
  mkdirSync(dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), value);
}

function readStamp(root) {
  return existsSync(stampFile(root)) ? readFileSync(stampFile(root), 'utf8') : undefined;
}

function stampFile(root) {
  return join(root, 'infra', 'local', 'dist', '.built');
}

/** Each workspace that has sources has its output. */
function isBuilt(root) {
  return workspaces(root).every(
    (folder) => !existsSync(join(folder, 'src')) || existsSync(join(folder, 'dist')),
  );
}

function workspaces(root) {
  return workspaceFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, folder, entry.name)),
  );
}

function walk(folder, add) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!notSources.has(entry.name)) walk(path, add);
    } else if (entry.isFile()) add(path);
  }
}
