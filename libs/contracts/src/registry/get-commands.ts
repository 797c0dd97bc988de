import { z } from 'zod';
import { commandId } from '../shared/values.js';
import { defineQuery } from './action.js';

/** What became of a command: `unknown` means that this service never committed it. */
export const commandOutcome = z.object({
  commandId,
  state: z.enum(['unknown', 'done']),
  type: z.string().nullable(),
  /** What the command answered, as it was stored; null when it answers by events only. */
  outcome: z.unknown(),
  at: z.string().nullable(),
});
export type CommandOutcome = z.infer<typeof commandOutcome>;

/** The query pattern: after a time-out, ask by id instead of guessing. At most 100 ids at once. */
export const defineGetCommands = <Service extends string>(service: Service) =>
  defineQuery(`${service}.get-commands`, {
    access: 'internal',
    summary: 'What became of commands, by id, in the order asked for.',
    input: z.object({ commandIds: z.array(commandId).min(1).max(100) }),
    output: z.array(commandOutcome),
  });
