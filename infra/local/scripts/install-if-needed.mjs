import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { oneAtATime } from './one-at-a-time.mjs';
import { runStep } from './run-step.mjs';

/** Installs the packages of the lock file unless they are what node_modules holds already. */
export async function installIfNeeded(root) {
  if (!isInstalled(root)) await oneAtATime(root, () => install(root));
}

async function install(root) {
  // Whoever had the turn before may have done it.
  if (isInstalled(root)) return;
  const hasLock = existsSync(join(root, 'package-lock.json'));
  const [command, ...before] = npm();
  // Builds need what is for development only, whatever NODE_ENV or npm's settings say; the engines are optional ones.
  const args = [
    ...before,
    hasLock ? 'ci' : 'install',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
  ];
  await runStep('installing packages, which a first start takes half a minute for', command, args, {
    cwd: root,
  });
}

/** npm writes what it installed into a file beside the packages; optional ones may be for other platforms. */
export function isInstalled(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, { version, resolved, link, optional }]) => {
    if (!path.startsWith('node_modules/')) return true;
    const found = installed[path];
    if (!found) return Boolean(optional);
    return link ? found.resolved === resolved : found.version === version;
  });
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** The npm that started us, else the one on PATH. */
function npm() {
  const own = process.env.npm_execpath;
  return own && basename(own) === 'npm-cli.js' ? [process.execPath, own] : ['npm'];
}
