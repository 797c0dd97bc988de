import { argv } from 'node:process';
import { bench } from './bench.js';
import { HELP, OptionProblem, readOptions } from './options.js';

try {
  const options = readOptions(argv.slice(2));
  if (options) process.exitCode = await bench(options);
  else console.log(HELP);
} catch (error) {
  if (!(error instanceof OptionProblem)) throw error;
  console.error(`${error.message}; \`npm run bench -- --help\` says what there is.`);
  process.exitCode = 2;
}
