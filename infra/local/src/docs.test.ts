import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
});
const pages = files
  .trim()
  .split('\n')
  .filter((file) => existsSync(join(root, file)))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

const rooms = /^(apps|services|libs|infra|e2e|docs)\//;

function scriptsOf(folder: string): string[] {
  const manifest = join(root, folder, 'package.json');
  if (!existsSync(manifest)) return [];
  const { scripts = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts?: object };
  return Object.keys(scripts);
}

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

/** A heading as the link to it is written: GitHub's way. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

/** Whether the path is there; a part such as `<service>` stands for any. */
function isThere(base: string, path: string): boolean {
  const [first = '', ...rest] = path.split('/');
  if (first === '') return existsSync(base);
  if (!first.startsWith('<')) return isThere(join(base, first), rest.join('/'));
  return readdirSync(base).some((name) => isThere(join(base, name), rest.join('/')));
}

test.each(pages)('the links of $file lead somewhere', ({ file, text }) => {
  const links = all(text, /\]\(([^)]+)\)/g).filter((link) => !/^[a-z]+:/.test(link));
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? join(root, file) : join(root, dirname(file), path);
    if (!existsSync(target)) return true;
    return (
      anchor !== undefined &&
      !all(readFileSync(target, 'utf8'), /^#+ (.+)$/gm).some((h) => anchorOf(h) === anchor)
    );
  });
  expect(broken).toEqual([]);
});

test.each(pages)('the paths that $file names are there', ({ file, text }) => {
  const named = all(text, /`([\w.<>/-]+\/[\w.<>/-]*)`/g);
  const here = dirname(join(root, file));
  const missing = named.filter((path) => {
    if (rooms.test(path)) return !isThere(root, path);
    // The pages of the house itself speak of any room.
    if (!path.startsWith('src/') || here === root) return false;
    return ![here, dirname(here)].some((base) => isThere(base, path));
  });
  expect(missing).toEqual([]);
});

test.each(pages)('the commands that $file gives can be run', ({ text }) => {
  const commands = all(text, /(npm (?:run )?[a-z][\w:-]*(?:\s-w\s+[\w/]+)?)/g);
  const wrong = commands.filter((command) => {
    const [, name = '', folder = '.'] = /^npm (?:run )?(\S+)(?:\s-w\s+(\S+))?/.exec(command) ?? [];
    return ![...scriptsOf(folder), 'ci', 'install'].includes(name);
  });
  expect(wrong).toEqual([]);
});

test.each(['services', 'apps'])('every room under %s has a page of its own', (folder) => {
  const rooms = readdirSync(join(root, folder));
  expect(rooms.filter((name) => !existsSync(join(root, folder, name, 'README.md')))).toEqual([]);
});
