import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a running system is reached, from outside and, for the checks, from inside. */
export interface ShopAddresses {
  readonly gateway: string;
  readonly bank: string;
  readonly dataDir: string;
  /** By engine name. */
  readonly engines: Readonly<Record<string, string>>;
  readonly identitySecret: string;
}

/** The secrets of a data folder that the checks need. */
export async function readSecrets(dataDir: string): Promise<{ identitySecret: string }> {
  const text = await readFile(join(dataDir, 'secrets.json'), 'utf8');
  const { IDENTITY_SECRET } = JSON.parse(text) as { IDENTITY_SECRET: string };
  return { identitySecret: IDENTITY_SECRET };
}
