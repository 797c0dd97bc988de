import { readConfig } from '@evenkeel/runtime';
import { z } from 'zod';

/** The settings of the search service. */
export const serviceConfig = () =>
  readConfig('search', { ELASTICSEARCH_URL: z.string().default('http://127.0.0.1:9200') });
