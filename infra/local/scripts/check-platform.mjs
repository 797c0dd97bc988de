// Run before anything else, by any Node: it imports nothing and keeps to words that old ones can read.
const wanted = [20, 19];
const have = process.versions.node.split('.').map(Number);

function refuse(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

if (have[0] < wanted[0] || (have[0] === wanted[0] && have[1] < wanted[1]))
  refuse(
    `Evenkeel needs Node ${wanted.join('.')} or later and this is ${process.version}: install a newer one from https://nodejs.org, then try again.`,
  );
if (process.platform !== 'linux' && process.platform !== 'darwin')
  refuse(
    `Evenkeel starts by itself on Linux and macOS, and this is ${process.platform}: use WSL on Windows, or run \`docker compose up\`.`,
  );
