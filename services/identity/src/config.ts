import { databaseUrlOf, readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the identity service. */
export const serviceConfig = () => ({
  ...readConfig('identity', { REDIS_URL: z.string().default('redis://127.0.0.1:6379') }),
  databaseUrl: databaseUrlOf(process.env, 'identity'),
});
