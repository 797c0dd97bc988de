import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { EVERY_POINT, MATRIX } from './drills.js';
import { nameOf, runDrill } from './run-drill.js';
import { openStage } from './stage.js';

const HELP = `
npm run drill -- [options]

Kills every process at every point at which it can be killed, one at a time, in the middle of purchases, cancels and
refunds, and holds the shop to what it had promised. A throw-away system of its own; nothing that runs is touched.

  --only WORDS  only drills with these words in their name, such as "payment dies" or lane.under-lock
  --quick       every point once, several processes at a time: a minute instead of a quarter of an hour
  --list        what there is, without doing it
`;

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    help: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});
const drills = (values.quick ? EVERY_POINT : MATRIX).filter((drill) => nameOf(drill).includes(values.only));

const seconds = (since: number) => ((performance.now() - since) / 1_000).toFixed(1);

if (values.help) console.log(HELP);
else if (values.list) for (const drill of drills) console.log(nameOf(drill));
else process.exitCode = await drillAll();

async function drillAll(): Promise<number> {
  if (drills.length === 0) {
    console.error(`No drill has "${values.only}" in its name; \`npm run drill -- --list\` names them all.`);
    return 2;
  }
  const stage = await openStage();
  let failed = 0;
  try {
    for (const [at, drill] of drills.entries()) {
      const begun = performance.now();
      const place = `${String(at + 1).padStart(3)}/${drills.length}`;
      try {
        await runDrill(stage, drill);
        console.log(`${place} ✓ ${nameOf(drill)} (${seconds(begun)} s)`);
      } catch (error) {
        failed += 1;
        console.log(
          `${place} ✗ ${nameOf(drill)} (${seconds(begun)} s)\n        ${error instanceof Error ? error.message : String(error)}`,
        );
        console.log(`        npm run drill -- --only "${nameOf(drill)}"${values.quick ? ' --quick' : ''}`);
      }
    }
  } finally {
    await stage.close();
  }
  console.log(`\n${drills.length - failed} of ${drills.length} drills went as they must.`);
  return failed > 0 ? 1 : 0;
}
