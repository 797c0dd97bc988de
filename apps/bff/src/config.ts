import { fileURLToPath } from 'node:url';
import { type HouseConfig, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

export interface BffConfig extends HouseConfig {
  readonly port: number;
  readonly host: string;
  /** The persisted operations of the front ends. */
  readonly operationsFile: string;
}

const OPERATIONS = fileURLToPath(new URL('../../storefront/dist/operations.json', import.meta.url));

/** The settings of the BFF. */
export function bffConfig(): BffConfig {
  const { BFF_PORT, BFF_HOST, BFF_OPERATIONS, ...house } = readConfig('bff', {
    BFF_PORT: z.coerce.number().int().min(1).max(65_535),
    BFF_HOST: z.string().default('127.0.0.1'),
    BFF_OPERATIONS: z.string().default(OPERATIONS),
  });
  return { ...house, port: BFF_PORT, host: BFF_HOST, operationsFile: BFF_OPERATIONS };
}
