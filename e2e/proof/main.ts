import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { search } from './checker/search.js';
import { storyOf } from './checker/story.js';
import { configurations, deepConfigurations } from './configurations/index.js';
import { unfired } from './fired.js';
import { endsOf, HEADING, rowOf, sumOf } from './report.js';
import { shop } from './shop.js';

const HELP = `
npm run proof -- [options]

Looks at every history that a few orders can have in this shop: every order of delivery, everything delivered twice or
lost, a crash between any two effects, every clock at every moment, every change of mind of the shoppers. The deciders
are the services' own. Prints how many states there are; a counterexample is told as a story.

  --deep        with more faults on one way: many minutes, and some gigabytes
  --only WORDS  only configurations with these words in their name
  --ends        how the orders ended, too
`;

/** Past so many states a search ends, and says so. */
const MOST_STATES = 8_000_000;

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    help: { type: 'boolean', default: false },
    deep: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    ends: { type: 'boolean', default: false },
  },
});
if (values.help) console.log(HELP);
else process.exitCode = prove();

/** On a terminal, a line that the next one replaces. */
function showProgress(states: number): void {
  if (process.stdout.isTTY) process.stdout.write(`  … ${states} states\r`);
}

function prove(): number {
  const wanted = (values.deep ? deepConfigurations : configurations).filter(({ name }) =>
    name.includes(values.only),
  );
  if (wanted.length === 0) {
    console.error(`No configuration has "${values.only}" in its name.`);
    return 2;
  }
  console.log(HEADING);
  const all = [];
  for (const configuration of wanted) {
    const before = process.cpuUsage();
    const found = search(shop, configuration, { states: MOST_STATES, onProgress: showProgress });
    const { user, system } = process.cpuUsage(before);
    const one = { found, seconds: (user + system) / 1e6 };
    all.push(one);
    console.log(rowOf(configuration, found, one.seconds));
    if (values.ends) console.log(`  ${endsOf(found)}`);
    if (found.counterexample) {
      console.log(`\n${storyOf(found.counterexample)}`);
      return 1;
    }
    const never = unfired(configuration.faults, found);
    if (never.length > 0) {
      console.log(`These faults never happened, so nothing is proven of them: ${never.join(', ')}`);
      return 1;
    }
  }
  console.log(sumOf(all));
  console.log('\nEvery invariant holds in every state.');
  return 0;
}
