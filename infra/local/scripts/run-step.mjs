import { spawn } from 'node:child_process';
import { unready } from './unready.mjs';

/**
 * Runs a command as one step of the start: a line with its seconds is all that is seen of it, unless it fails.
 * Its output goes to a pipe; a signal to this process ends it too.
 */
export async function runStep(text, command, args, options) {
  const begun = Date.now();
  const { isTTY } = process.stdout;
  const line = () => `  ${text} (${((Date.now() - begun) / 1000).toFixed(1)} s)`;
  if (!isTTY) console.log(`  ${text} …`);
  const timer = isTTY && setInterval(() => process.stdout.write(`\r\u001b[K${line()}`), 200);
  try {
    const { code, output } = await run(command, args, options);
    if (code !== 0) throw unready(text, output);
  } finally {
    clearInterval(timer);
    if (isTTY) process.stdout.write('\r\u001b[K');
  }
  console.log(line());
}

function run(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    const stop = (signal) => {
      child.kill(signal);
      process.exit(1);
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.once(signal, stop);
    child.once('error', reject);
    child.once('close', (code) => {
      for (const signal of signals) process.off(signal, stop);
      resolve({ code, output: Buffer.concat(chunks).toString() });
    });
  });
}
