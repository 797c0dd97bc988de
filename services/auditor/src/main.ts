import { every } from '@evenkeel/messaging';
import { houseDatabase, startProcess } from '@evenkeel/runtime';
import { serviceConfig } from './config.js';
import { lookAround } from './features/vitals/look.handler.js';
import { Watch } from './features/vitals/watch.js';
import { auditorActions } from './service.js';

const config = serviceConfig();
const house = await startProcess(config);
houseDatabase(house, config.databaseUrl);
const watch = new Watch({ context: house, lookAround: () => lookAround(house.call) });
house.serve(auditorActions({ watch }));
await house.ready();
const watching = every(house, {
  ms: config.AUDIT_EVERY_MS,
  what: 'look at the invariants',
  run: () => watch.turn(),
});
house.onStop('watch', () => watching.stop());
