import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pictures } from './pictures/all.js';
import { recipeOf } from './recipe.js';

/**
 * Renders the pictures whose recipe has changed since the manifest was written.
 *   --only a,b   these, changed or not      --all   every one
 *   --draft DIR  quick PNGs into DIR to look at; leaves files and manifest alone
 * Needs Chromium; CHROMIUM names it where it is not in the usual place.
 */
const { values: asked } = parseArgs({
  options: { only: { type: 'string' }, all: { type: 'boolean' }, draft: { type: 'string' } },
});

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../../..');
const shelf = join(here, '../public/pictures');
const manifestFile = join(here, '../src/pictures/manifest.json');
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {};
const recipes = Object.fromEntries(Object.keys(pictures).map((key) => [key, recipeOf(pictures[key])]));
const keys = chosen();

function chosen() {
  if (asked.only === undefined) {
    return Object.keys(pictures).filter((key) => asked.all || manifest[key]?.recipe !== recipes[key]);
  }
  const named = asked.only.split(',');
  const unknown = named.filter((key) => pictures[key] === undefined);
  if (unknown.length > 0)
    throw new Error(`No picture has the key ${unknown.join(', ')}; see studio/pictures.`);
  return named;
}

function keep(key, { files, width, height, thumbhash, foot }) {
  const folder = asked.draft ?? shelf;
  mkdirSync(folder, { recursive: true });
  for (const [ending, text] of Object.entries(files)) {
    writeFileSync(join(folder, `${key}${ending}`), Buffer.from(text, 'base64'));
  }
  console.log(`${key} (${keys.indexOf(key) + 1} of ${keys.length})`);
  if (asked.draft !== undefined) return;
  const entry = { width, height, foot, recipe: recipes[key], thumbhash };
  manifest[key] = { ...entry, alt: pictures[key].alt };
  writeManifest();
}

/** One picture that fails does not keep the others from being taken, but the run has failed. */
function mourn(message) {
  console.error(message);
  process.exitCode = 1;
}

/** Sorted, with the words of the day and without what is no longer ordered. */
function writeManifest() {
  const rows = Object.keys(pictures)
    .filter((key) => manifest[key] !== undefined)
    .sort()
    .map((key) => [key, { ...manifest[key], alt: pictures[key].alt }]);
  mkdirSync(join(manifestFile, '..'), { recursive: true });
  writeFileSync(manifestFile, `${JSON.stringify(Object.fromEntries(rows), null, 2)}\n`);
}

const TYPES = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.html': 'text/html',
  '.woff2': 'font/woff2',
};

/** Gives the page its modules and takes the pictures from it. */
function serve(end) {
  return createServer(async (request, response) => {
    const path = new URL(request.url, 'http://studio').pathname;
    if (request.method === 'POST') {
      let body = '';
      for await (const part of request) body += part;
      const told = JSON.parse(body);
      response.end();
      if (path === '/done') end();
      else if (path === '/failed') mourn(told.message);
      else keep(path.replace('/picture/', ''), told);
      return;
    }
    if (path === '/order') {
      const draft = asked.draft !== undefined;
      response.end(JSON.stringify({ keys, draft, exposure: draft ? { size: 360, samples: 12 } : {} }));
      return;
    }
    const file = path.startsWith('/studio/')
      ? join(here, normalize(path.slice('/studio/'.length)))
      : join(root, normalize(path));
    const type = TYPES[extname(file)];
    if (type === undefined || !file.startsWith(root) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': type }).end(readFileSync(file));
  });
}

function chromium() {
  const places = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = places.find((place) => place !== undefined && existsSync(place));
  if (found === undefined) throw new Error('Chromium was not found. Install it, or name it in CHROMIUM.');
  return found;
}

const FLAGS = [
  '--headless=new --no-sandbox --use-angle=swiftshader --enable-unsafe-swiftshader --ignore-gpu-blocklist',
  '--disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync',
];

if (keys.length === 0) {
  if (asked.draft === undefined) writeManifest();
  console.log('Every picture is as its recipe says.');
} else {
  const profile = mkdtempSync(join(tmpdir(), 'studio-'));
  let browser;
  const server = serve(() => browser?.kill());
  server.listen(0, '127.0.0.1', () => {
    const page = `http://127.0.0.1:${server.address().port}/studio/studio.html`;
    browser = spawn(chromium(), [...FLAGS.join(' ').split(' '), `--user-data-dir=${profile}`, page], {
      stdio: 'ignore',
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => browser.kill());
    browser.on('exit', () => {
      server.close();
      server.closeAllConnections();
      rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    });
  });
}
