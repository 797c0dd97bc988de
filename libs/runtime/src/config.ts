import { hostname } from 'node:os';
import { z } from 'zod';

/** 0 takes a free one. */
const port = z.coerce.number().int().min(0).max(65_535);

const house = z.object({
  /** Decides demo accounts, introspection, fault points and unprotected protocols; nothing else does. */
  EVENKEEL_MODE: z.enum(['demo', 'production']).default('demo'),
  SERVICE_NAME: z.string().min(1),
  NATS_URL: z.string().default('nats://127.0.0.1:4222'),
  HEALTH_PORT: port.default(9_090),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  IDENTITY_SECRET: z.string().min(32),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** What every process of the house needs to know. */
export interface HouseConfig {
  readonly mode: 'demo' | 'production';
  readonly service: string;
  /** Unique for each process: service, machine and process number. */
  readonly instance: string;
  readonly natsUrl: string;
  readonly healthPort: number;
  readonly healthHost: string;
  readonly identitySecret: string;
  readonly logLevel: string;
}

/** A setting is missing or has the wrong form; the message names each and says what it should be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the environment: the settings of the house and the service's own. Throws `ConfigError`. */
export function parseConfig<S extends z.ZodRawShape>(
  environment: NodeJS.ProcessEnv,
  service: string,
  own: S,
): HouseConfig & z.output<z.ZodObject<S>> {
  const given = { SERVICE_NAME: service, ...withoutEmpty(environment) };
  const common = house.safeParse(given);
  const special = z.object(own).safeParse(given);
  if (!common.success || !special.success) {
    const issues = [...(common.error?.issues ?? []), ...(special.error?.issues ?? [])];
    throw new ConfigError(issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '));
  }
  const c = common.data;
  return {
    ...special.data,
    mode: c.EVENKEEL_MODE,
    service,
    instance: `${service}-${hostname()}-${process.pid}`,
    natsUrl: c.NATS_URL,
    healthPort: c.HEALTH_PORT,
    healthHost: c.HEALTH_HOST,
    identitySecret: c.IDENTITY_SECRET,
    logLevel: c.LOG_LEVEL,
  };
}

/** Like `parseConfig`, but ends the process with one sentence when that fails. */
export function readConfig<S extends z.ZodRawShape>(service: string, own: S, environment = process.env) {
  try {
    return parseConfig(environment, service, own);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${service} cannot start, its settings are wrong: ${error.message}\n`);
    process.exit(78);
  }
}

/** The URL of a service's own database: `<SERVICE>_DATABASE_URL`, or the database of its name on `DATABASE_URL`. */
export function databaseUrlOf(environment: NodeJS.ProcessEnv, service: string): string {
  const own = environment[`${service.toUpperCase()}_DATABASE_URL`];
  if (own) return own;
  const url = new URL(environment.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432');
  url.pathname = `/${service}`;
  return url.toString();
}

/** Compose passes an unset variable as an empty text. */
function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}
