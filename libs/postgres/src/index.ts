export * from './advisory-lock.js';
export * from './database.js';
export * from './failure.js';
export * from './migrate.js';
export * from './scan.js';
export * from './statement.js';
export type { Transaction } from './transaction.js';
