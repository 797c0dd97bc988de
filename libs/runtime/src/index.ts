export * from './action.js';
export * from './body-hash.js';
export type { CallOptions } from './broker.js';
export * from './config.js';
export * from './house.js';
export * from './house-database.js';
export * from './identity-tokens.js';
export { createLog } from './log.js';
export { createMeter } from './meter.js';
