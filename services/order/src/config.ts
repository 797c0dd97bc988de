import { databaseUrlOf, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the order service. */
export function serviceConfig() {
  const config = readConfig('order', {
    /** How long a shopper has to pay. */
    PAY_WITHIN_SECONDS: z.coerce.number().int().min(2).default(900),
    /** Attempts so close to pay-by are refused, since they could not be answered in time. */
    LAST_CALL_SECONDS: z.coerce.number().int().min(0).default(5),
    SWEEP_EVERY_MS: z.coerce.number().int().min(50).default(1_000),
  });
  return { ...config, databaseUrl: databaseUrlOf(process.env, 'order') };
}
