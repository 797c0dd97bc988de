export * from './action-context.js';
export * from './builders.js';
export * from './counting-meter.js';
export * from './emitted.js';
export * from './eventually.js';
export * from './fake-house.js';
export * from './service-instance.js';
export * from './throw-away-database.js';
