export * from './assert-never.js';
export type * from './brand.js';
export * from './clock.js';
export type * from './envelope.js';
export * from './ids.js';
export * from './money.js';
export * from './snowflake.js';
export * from './traceparent.js';
