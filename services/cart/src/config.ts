import { readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the cart service. */
export const serviceConfig = () =>
  readConfig('cart', { REDIS_URL: z.string().default('redis://127.0.0.1:6379') });
