import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { CONVERGE_WITHIN_MS } from './judge.js';
import { runNemesis } from './nemesis.js';
import { reportOf } from './report.js';

const HELP = `
npm run nemesis -- [options]

Lets people buy, cancel, and want their money back in a shop of its own, and strikes it meanwhile: processes, engines,
the broker's store, the network, clocks, the bank, and points in the code. Then it heals the shop, waits until nothing
moves, and holds it to everything that each shopper was told, and every book to every other.

  --seed N      what happens when; the same seed strikes the same way (a new one each time)
  --minutes M   for how long it strikes (15)
  --shoppers K  how many people are in the shop all the time (8)
`;

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    help: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
    minutes: { type: 'string', default: '15' },
    shoppers: { type: 'string', default: '8' },
  },
});

if (values.help) console.log(HELP);
else process.exitCode = await strike();

async function strike(): Promise<number> {
  const [seed, minutes, shoppers] = [values.seed, values.minutes, values.shoppers].map(Number);
  if (!isWhole(seed) || !isWhole(shoppers) || !minutes || minutes < 0.5) {
    console.error('--seed and --shoppers are whole numbers, --minutes is half a minute or more.');
    return 2;
  }
  const replay = `npm run nemesis -- --seed ${seed} --minutes ${minutes} --shoppers ${shoppers}`;
  console.log(`${replay}\n`);
  const run = await runNemesis({ seed, minutes, shoppers, report: (line) => console.log(`  ${line}`) });
  console.log(reportOf(run));
  const failed =
    run.violations.length > 0 || run.neverFired.length > 0 || run.convergedMs > CONVERGE_WITHIN_MS;
  console.log(failed ? `\nIt did not hold. Again: ${replay}` : '\nEverything that anybody was told is so.');
  return failed ? 1 : 0;
}

function isWhole(value: number | undefined): value is number {
  return value !== undefined && Number.isInteger(value) && value >= 0;
}
