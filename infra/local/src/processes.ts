import type { Secrets } from './secrets.js';

export const RANKS = ['gate', 'door', 'service'] as const;
export type Rank = (typeof RANKS)[number];

/** One process of the house besides the engines, as data. */
export interface ProcessDefinition {
  readonly name: string;
  /** From the root of the repository; the process runs `<dir>/dist/main.js`. */
  readonly dir: string;
  /** In this order they are stopped: nobody comes in while the house is being closed, and who is inside is answered. */
  readonly rank: Rank;
  /** The addresses of backing servers it is told. */
  readonly engines: 'all' | 'database' | 'none';
  /** The secrets it is told, and no others. */
  readonly secrets: readonly (keyof Secrets)[];
  /** The largest half of the young generation in MiB: room for the allocations of a busy process. */
  readonly youngMiB: number;
}

const service = (name: string, more: Partial<ProcessDefinition> = {}): ProcessDefinition => ({
  name,
  dir: `services/${name}`,
  rank: 'service',
  engines: 'all',
  secrets: ['IDENTITY_SECRET'],
  youngMiB: 8,
  ...more,
});

const bankKeys = [
  'BANK_SIGNING_SHOP_SECRET',
  'BANK_SIGNING_BANK_SECRET',
  'BANK_SIGNING_WEBHOOK_SECRET',
] as const satisfies readonly (keyof Secrets)[];

/** Every process of the house. All start at once; each waits by itself for what it needs. */
export const houseProcesses: readonly ProcessDefinition[] = [
  service('order', { youngMiB: 16 }),
  service('inventory', { youngMiB: 16 }),
  service('payment', { secrets: ['IDENTITY_SECRET', ...bankKeys] }),
  service('finance'),
  service('loyalty'),
  service('fulfilment'),
  service('identity'),
  service('catalog'),
  service('views', { youngMiB: 16 }),
  service('search'),
  service('cart'),
  service('auditor', { youngMiB: 2 }),
  // Outside the company: it knows none of the shop's servers but the one that holds its own book.
  service('bank', { dir: 'infra/bank', engines: 'database', secrets: [...bankKeys] }),
  service('bff', { dir: 'apps/bff', rank: 'door', youngMiB: 16 }),
  service('gateway', { dir: 'apps/gateway', rank: 'gate', youngMiB: 16 }),
];
