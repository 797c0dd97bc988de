// `npm run build`: everything, through turbo, which does again only what changed.
import { spawnSync } from 'node:child_process';
import './check-platform.mjs';
import { buildArguments, buildEnvironment, fingerprint, writeStamp } from './build-if-stale.mjs';
import { root } from './prepare.mjs';

const before = fingerprint(root);
const { status } = spawnSync('turbo', buildArguments, {
  cwd: root,
  env: buildEnvironment(),
  stdio: 'inherit',
});
if (status === 0) writeStamp(root, before);
process.exitCode = status ?? 1;
