import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readRebuildArguments } from './rebuild-arguments.js';
import { signInOperator } from './rebuild-client.js';

/** `npm run rebuild -- order`: asks the shop that runs to build a read model from zero, and tells how far it is. */
const LOOK_MS = 500;

const wanted = readRebuildArguments(process.argv.slice(2), process.env);
if ('problem' in wanted) {
  console.error(wanted.problem);
  process.exitCode = 1;
} else {
  try {
    const operator = await signInOperator(wanted);
    const key = randomUUID();
    for (let told = -1; ; await pause(LOOK_MS)) {
      const { state, documents } = await operator.rebuild(wanted.model, key);
      if (state === 'RUNNING') {
        if (documents > told) console.log(`${wanted.model}: ${documents} items read`);
        told = documents;
        continue;
      }
      if (state === 'FAILED') throw new Error('It failed, and the old one stays; the log of views says why.');
      console.log(`${wanted.model}: built anew, ${documents} documents`);
      break;
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
