// `npm run smoke:node`: the built system, started by the newest Node of each supported line, sells one thing.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './check-platform.mjs';
import { prepare, root } from './prepare.mjs';

const LINES = ['22', '24'];
const cache = join(root, 'node_modules', '.cache', 'evenkeel-node');
/** Exports `buyOneThing(gatewayUrl)`, which fails unless an order was placed, paid and settled. */
const purchase = join(root, 'e2e', 'smoke', 'buy-one-thing.mjs');

await prepare();
const { buyOneThing } = await import(purchase);
for (const line of LINES) {
  const { version, program } = fetchNode(line);
  const begun = Date.now();
  await withSystem(program, (gateway) => buyOneThing(gateway));
  console.log(`Node ${version}: started, sold and stopped in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

/** The registry carries Node's own builds; each is fetched once. */
function fetchNode(line) {
  const name = `node-${process.platform}-${process.arch}`;
  const versions = JSON.parse(npm('view', `${name}@${line}`, 'version', '--json'));
  const version = [versions].flat().at(-1);
  const program = join(cache, version, 'package', 'bin', 'node');
  if (!existsSync(program)) {
    mkdirSync(join(cache, version), { recursive: true });
    const [{ filename }] = JSON.parse(
      npm('pack', `${name}@${version}`, '--json', '--pack-destination', cache),
    );
    execFileSync('tar', ['-xzf', join(cache, filename), '-C', join(cache, version)]);
    rmSync(join(cache, filename));
  }
  return { version, program };
}

function npm(...args) {
  return execFileSync('npm', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

async function withSystem(program, use) {
  const data = mkdtempSync(join(tmpdir(), 'evenkeel-smoke-'));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), EVENKEEL_DATA: data };
  const child = spawn(program, [join(root, 'infra', 'local', 'dist', 'main.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    await saysReady(child);
    await use(`http://127.0.0.1:${port}`);
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

/** The launcher's table comes when every process is ready. */
function saysReady(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      said += chunk;
      if (said.includes('Evenkeel is ready')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`The launcher ended with ${code}`)));
  });
}

/** Below the range of outgoing connections, with room for the ports that stand at steps above it. */
async function freePort() {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000);
    const server = createServer();
    const isFree = await new Promise((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    server.close();
    if (isFree) return port;
  }
}
