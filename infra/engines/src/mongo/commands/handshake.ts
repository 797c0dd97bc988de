import { MAX_DOCUMENT_BYTES } from '../bson/check.js';
import type { Doc } from '../bson/values.js';
import { MAX_MESSAGE_BYTES } from '../wire/frames.js';
import type { Command } from './context.js';

/** The server whose answers these are; the git version says that this is not one. */
const VERSION = '8.0.0';
const MAX_WIRE_VERSION = 25;

const greeting = (primary: string): Doc => ({
  helloOk: true,
  [primary]: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: 100_000,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: MAX_WIRE_VERSION,
  readOnly: false,
  ok: 1,
});

const GREETING_FIELDS = [
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'loadBalanced',
  'backpressure',
];

export const hello: Command = { fields: GREETING_FIELDS, run: () => greeting('isWritablePrimary') };

/** `hello` as it was called once, with the answer it had. */
export const isMaster: Command = { fields: GREETING_FIELDS, run: () => greeting('ismaster') };

export const ping: Command = { fields: [], run: () => ({ ok: 1 }) };

/** Sessions are accepted and mean nothing, since there are no transactions. */
export const endSessions: Command = { fields: [], run: () => ({ ok: 1 }) };

export const buildInfo: Command = {
  fields: [],
  run: () => ({
    version: VERSION,
    gitVersion: 'evenkeel-stand-in',
    modules: [],
    versionArray: VERSION.split('.').map(Number).concat(0),
    bits: 64,
    debug: false,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    ok: 1,
  }),
};
