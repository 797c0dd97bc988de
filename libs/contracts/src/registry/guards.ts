import { z } from 'zod';
import { defineQuery } from './action.js';

/** What a database refuses by itself: the names of its unique indexes that are valid, and of its triggers that fire. */
export const defineListGuards = <Service extends string>(service: Service) =>
  defineQuery(`${service}.list-guards`, {
    access: 'internal',
    summary: 'Unique indexes and triggers of the database that are in force, for the auditor.',
    input: z.object({}),
    output: z.array(z.string()),
  });
