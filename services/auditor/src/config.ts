import { databaseUrlOf, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the auditor. */
export const serviceConfig = () => ({
  ...readConfig('auditor', {
    /** How often the cheap invariants are looked at, at most. */
    AUDIT_EVERY_MS: z.coerce.number().int().min(100).default(5_000),
  }),
  databaseUrl: databaseUrlOf(process.env, 'auditor'),
});
