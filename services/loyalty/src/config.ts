import { databaseUrlOf, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the loyalty service. */
export const serviceConfig = () => ({
  ...readConfig('loyalty', {
    /** What every new customer is given. */
    WELCOME_POINTS: z.coerce.number().int().min(0).default(500),
  }),
  databaseUrl: databaseUrlOf(process.env, 'loyalty'),
});
