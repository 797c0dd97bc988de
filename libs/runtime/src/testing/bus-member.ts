import { newId } from '@evenkeel/kernel';
import { NO_FAULTS } from '@evenkeel/messaging';
import { createBroker } from '../broker.js';
import { parseConfig } from '../config.js';
import { identityTokens } from '../identity-tokens.js';
import { createLog } from '../log.js';
import { createMeter } from '../meter.js';

const SECRET = 'x'.repeat(40);

/** The tokens that every member believes. */
export const tokens = identityTokens(SECRET);

/** Somebody on the bus of `NATS_URL`, or of another, as a process of the house would be. */
export function busMember(name: string, natsUrl = process.env.NATS_URL) {
  const environment = { NATS_URL: natsUrl, IDENTITY_SECRET: SECRET };
  const config = { ...parseConfig(environment, name, {}), instance: `${name}-${newId()}` };
  const log = createLog({ service: name, instance: config.instance, level: 'silent' });
  return createBroker(config, { log, meter: createMeter(name), tokens, faults: NO_FAULTS });
}
