import { databaseUrlOf } from '@evenkeel/runtime/parts';
import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65_535);
const secret = z.string().min(32);

const settings = z.object({
  EVENKEEL_MODE: z.enum(['demo', 'production']).default('demo'),
  BANK_PORT: port.default(8_090),
  BANK_HOST: z.string().default('127.0.0.1'),
  /** The inner door, for whoever watches over the process. */
  HEALTH_PORT: port.default(9_090),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  /** Where the merchant is called back: the shop's gateway. */
  BANK_CALLBACK_URL: z.url().default('http://127.0.0.1:8080/callbacks/bank'),
  /** Signs what the shop asks; the bank only checks with it. */
  BANK_SIGNING_SHOP_SECRET: secret,
  /** Signs what the bank answers. */
  BANK_SIGNING_BANK_SECRET: secret,
  /** Signs callbacks: `whsec_` and base64, as Standard Webhooks writes it. */
  BANK_SIGNING_WEBHOOK_SECRET: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/),
  /** Origin of the shop's pages, from which cards may be turned into tokens. */
  PUBLIC_URL: z.url().default('http://localhost:8080'),
  /** How long a slow card takes. */
  BANK_SLOW_MS: z.coerce.number().int().min(0).default(8_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});
export type BankConfig = ReturnType<typeof bankConfig>;

/** The bank's settings; ends the process with one sentence when one is missing or wrong. */
export function bankConfig() {
  // Compose passes an unset variable as an empty text.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const read = settings.safeParse(given);
  if (!read.success) {
    const wrong = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    process.stderr.write(`bank cannot start, its settings are wrong: ${wrong}\n`);
    process.exit(78);
  }
  return { ...read.data, databaseUrl: databaseUrlOf(process.env, 'bank') };
}
