import { databaseUrlOf, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the inventory service. */
export const serviceConfig = () => ({
  ...readConfig('inventory', {
    /** How often holds past their expiry are looked for. */
    SWEEP_HOLDS_MS: z.coerce.number().int().min(50).default(30_000),
  }),
  databaseUrl: databaseUrlOf(process.env, 'inventory'),
});
