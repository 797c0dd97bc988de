// Small files: half of all sources have fewer than 60 lines, and none has more than 300.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './prepare.mjs';

const LARGEST = 300;
const MEDIAN_BELOW = 60;
const source = /\.(ts|tsx|mts|mjs|js|css)$/;
const generated = /(^|\/)generated\/|\.gen\.ts$|\.d\.ts$/;

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
});
const files = listed
  .split('\n')
  .filter((path) => source.test(path) && !generated.test(path) && existsSync(join(root, path)))
  .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);

const median = files[Math.floor(files.length / 2)]?.lines ?? 0;
const tooLarge = files.filter(({ lines }) => lines > LARGEST);
for (const { path, lines } of tooLarge)
  console.log(`${path} has ${lines} lines; ${LARGEST} is the most: split it.`);
if (median >= MEDIAN_BELOW)
  console.log(
    `Half of the ${files.length} files have ${median} lines or more; it must be fewer than ${MEDIAN_BELOW}.`,
  );
process.exitCode = tooLarge.length > 0 || median >= MEDIAN_BELOW ? 1 : 0;
