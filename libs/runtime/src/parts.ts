/** What a process needs that stands outside the house, such as the bank: no bus, no broker, none of our contracts. */
export { databaseUrlOf } from './config.js';
export * from './health.js';
export * from './log.js';
export * from './meter.js';
export * from './watch-launcher.js';
