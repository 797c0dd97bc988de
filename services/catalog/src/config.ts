import { readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the catalog service. */
export const serviceConfig = () =>
  readConfig('catalog', { MONGO_URL: z.string().default('mongodb://127.0.0.1:27017') });
