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
  /** Our own processes, as they were when the system was ready. */
  readonly processes: Readonly<Record<string, ProcessSeen>>;
}

export interface ProcessSeen {
  readonly pid: number;
  /** Where it answers `/healthz`, `/readyz` and `/metrics`. */
  readonly health: string;
}

/** The secrets of a data folder that the checks need. */
export async function readSecrets(dataDir: string): Promise<{ identitySecret: string }> {
  const text = await readFile(join(dataDir, 'secrets.json'), 'utf8');
  const { IDENTITY_SECRET } = JSON.parse(text) as { IDENTITY_SECRET: string };
  return { identitySecret: IDENTITY_SECRET };
}
