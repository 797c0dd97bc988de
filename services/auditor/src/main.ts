import { houseDatabase, startProcess } from '@evenkeel/runtime';
import { openAuditor } from './auditor.js';
import { serviceConfig } from './config.js';

const config = serviceConfig();
const house = await startProcess(config);
const auditor = openAuditor(house, {
  db: houseDatabase(house, config.databaseUrl),
  databaseUrl: config.databaseUrl,
  everyMs: config.AUDIT_EVERY_MS,
  quietSeconds: config.AUDIT_QUIET_SECONDS,
  graceSeconds: config.AUDIT_GRACE_SECONDS,
  webhook: config.webhook,
});
house.serve(auditor.actions);
await house.ready();
auditor.start();
