import { z } from 'zod';
import { defineQuery } from './action.js';

/** What `/readyz` of a service says, for those who know its name but not its inner door. */
export const defineIsReady = <Service extends string>(service: Service) =>
  defineQuery(`${service}.is-ready`, {
    access: 'internal',
    summary: 'Whether the service can work, and what keeps it from that.',
    input: z.object({}),
    output: z.object({ ready: z.boolean(), failing: z.record(z.string(), z.string()) }),
  });
