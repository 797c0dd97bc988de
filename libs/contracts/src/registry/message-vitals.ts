import { z } from 'zod';
import { instant } from '../shared/values.js';
import { defineQuery } from './action.js';

export const messageVitals = z.object({
  /** Messages that were committed half a minute ago and are not known to have reached their stream. */
  unsent: z.int().nonnegative(),
  /** Those that still lie there. */
  deadLetters: z.int().nonnegative(),
  /** The highest sequence that each stream acknowledged, and when that stream was made. */
  acknowledged: z.array(z.object({ stream: z.string(), created: instant, seq: z.int() })),
});
export type MessageVitals = z.infer<typeof messageVitals>;

/** How the outbox, if it has one, and the dead letters of a service stand. */
export const defineGetMessageVitals = <Service extends string>(service: Service) =>
  defineQuery(`${service}.get-message-vitals`, {
    access: 'internal',
    summary: 'Messages that are late in leaving, and those that were buried, for the auditor.',
    input: z.object({}),
    output: messageVitals,
  });
