import { readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the views service. */
export const serviceConfig = () =>
  readConfig('views', { MONGO_URL: z.string().default('mongodb://127.0.0.1:27017') });
