import { databaseUrlOf, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

const secret = z.string().min(32);

/** The settings of the payment service. */
export const serviceConfig = () => ({
  ...readConfig('payment', {
    BANK_URL: z.url().default('http://127.0.0.1:8090'),
    /** Our key towards the bank, the bank's towards us, and the one of its callbacks. */
    BANK_SIGNING_SHOP_SECRET: secret,
    BANK_SIGNING_BANK_SECRET: secret,
    BANK_SIGNING_WEBHOOK_SECRET: secret,
    /** Without the whole answer after this long, the attempt is in doubt: neither yes nor no. */
    BANK_TIMEOUT_MS: z.coerce.number().int().min(100).default(3_000),
    BANK_CONNECTIONS: z.coerce.number().int().min(1).max(500).default(48),
    ASK_BANK_EVERY_MS: z.coerce.number().int().min(50).default(500),
  }),
  databaseUrl: databaseUrlOf(process.env, 'payment'),
});
