import { z } from 'zod';
import { defineQuery } from './action.js';

/** An event that a service could not handle by the event's own fault; it was taken out of the way of the others. */
export const deadLetter = z.object({
  /** Of the event, or made from its place in the stream when that could not be read. */
  id: z.uuid(),
  durable: z.string(),
  /** `unreadable` when it was no message that the contracts know. */
  type: z.string(),
  /** JSON, as it came. */
  payload: z.string(),
  error: z.string(),
  tries: z.int(),
  at: z.string(),
});
export type DeadLetter = z.infer<typeof deadLetter>;

/** What a service buried, newest first. */
export const defineListDeadLetters = <Service extends string>(service: Service) =>
  defineQuery(`${service}.list-dead-letters`, {
    access: 'operator',
    summary:
      'Events that failed by their own fault as often as they are tried, with the error, newest first.',
    input: z.object({ first: z.int().min(1).max(100) }),
    output: z.array(deadLetter),
  });
