import { defineIsReady } from '@evenkeel/contracts';
import { readConfig } from '../config.js';
import { startProcess } from '../house.js';

/** A process that says in which order its parts stop, and whether its door could still ask on the bus. */
const house = await startProcess(readConfig('fixture', {}));
house.serve([]);
house.onStop('part', async () => console.log('part stopped'));
house.onClose('door', async () => {
  await house.call(defineIsReady('fixture'), {});
  console.log('door closed, the bus was there');
});
house.onClose('gate', async () => console.log('gate closed'));
await house.ready();
console.log('ready');
