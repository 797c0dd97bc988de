import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from '@evenkeel/engines';

/** What the processes of one data folder share and nobody else may know. */
export interface Secrets {
  /** Signs the identity token that the gateway hands to the BFF and the services. */
  readonly IDENTITY_SECRET: string;
  /** Signs the shop's requests to the bank. */
  readonly BANK_SIGNING_SHOP_SECRET: string;
  /** Signs the bank's answers. */
  readonly BANK_SIGNING_BANK_SECRET: string;
  /** Signs the bank's callbacks, in the form that Standard Webhooks gives it. */
  readonly BANK_SIGNING_WEBHOOK_SECRET: string;
}

const makers: { readonly [Name in keyof Secrets]: () => string } = {
  IDENTITY_SECRET: () => randomBytes(32).toString('hex'),
  BANK_SIGNING_SHOP_SECRET: () => randomBytes(32).toString('hex'),
  BANK_SIGNING_BANK_SECRET: () => randomBytes(32).toString('hex'),
  BANK_SIGNING_WEBHOOK_SECRET: () => `whsec_${randomBytes(32).toString('base64')}`,
};

/**
 * The secrets of a data folder, made at its first start and kept in `secrets.json`, readable by its owner only.
 * One that is set in the environment is used instead and not written down.
 */
export function readSecrets(dataDir: string, env: NodeJS.ProcessEnv): Secrets {
  const path = join(dataDir, 'secrets.json');
  const kept = existsSync(path) ? parse(path) : {};
  const names = Object.keys(makers) as (keyof Secrets)[];
  const all = Object.fromEntries(names.map((name) => [name, kept[name] ?? makers[name]()]));
  if (names.some((name) => kept[name] === undefined)) {
    writeFileSync(`${path}.draft`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${path}.draft`, path);
  }
  const given = names.flatMap((name) => (env[name] ? [[name, env[name]]] : []));
  return { ...all, ...Object.fromEntries(given) } as unknown as Secrets;
}

function parse(path: string): Record<string, string | undefined> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string | undefined>;
  } catch {
    throw new StartProblem(
      `${path} cannot be read as JSON: delete it (everybody is signed out then), or start with --fresh.`,
    );
  }
}
