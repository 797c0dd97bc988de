import { argv } from 'node:process';
import { StartProblem } from '@evenkeel/local';
import { bench } from './bench.js';
import { HELP, OptionProblem, readOptions } from './options.js';
import { isLeaving, leaveOnInterrupt } from './stage/interrupt.js';

leaveOnInterrupt();
try {
  const options = readOptions(argv.slice(2));
  if (options) process.exitCode = await bench(options);
  else console.log(HELP);
} catch (error) {
  if (error instanceof OptionProblem) {
    console.error(`${error.message}. \`npm run bench -- --help\` says what there is.`);
    process.exitCode = 2;
  } else if (error instanceof StartProblem) {
    console.error(error.message);
    process.exitCode = 1;
  } else if (!isLeaving()) throw error;
}
