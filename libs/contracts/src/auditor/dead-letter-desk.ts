import { z } from 'zod';
import { idempotencyKey } from '../order/order-actions.js';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { deadLetterEdit, editedLetter, replayScope, replayTally } from '../registry/dead-letters.js';
import { pageOf, pageRequestAfter, UUID_CURSOR } from '../shared/paging.js';
import { instant } from '../shared/values.js';
import { messageConsumers } from '../subscriptions.js';

/** A service that follows messages, and so may have dead letters. */
export const messageConsumer = z.enum(messageConsumers as readonly [string, ...string[]]);

export const editDeadLetter = defineCommandAction('auditor.edit-dead-letter', {
  access: 'operator',
  summary:
    'Has the owner give a letter another payload, if its contract takes it, and keeps who did it, from what to what.',
  input: deadLetterEdit.extend({ key: idempotencyKey, service: messageConsumer }),
  output: editedLetter,
});

/** A replay that the auditor carries out, batch by batch. */
export const deadLetterReplay = replayTally.extend({
  replayId: z.uuid(),
  state: z.enum(['running', 'done']),
  who: z.uuid(),
  /** What it is for, in words. */
  subject: z.string(),
  /** Why it does not go on, when a service does not answer. */
  waitsFor: z.array(z.string()),
  startedAt: instant,
  endedAt: instant.nullable(),
});
export type DeadLetterReplay = z.infer<typeof deadLetterReplay>;

export const askedReplay = z.discriminatedUnion('kind', [
  deadLetterReplay.extend({ kind: z.literal('replay') }),
  /** Of one letter that is not there any more. */
  z.object({ kind: z.literal('not-replayable'), why: z.string() }),
]);
export type AskedReplay = z.infer<typeof askedReplay>;

export const replayDeadLetters = defineCommandAction('auditor.replay-dead-letters', {
  access: 'operator',
  summary:
    'Has letters handled again: one, those of a group, of a service, or of all. Waits at most 2 s; asked again with the same key, it tells how far it is.',
  input: replayScope.extend({ key: idempotencyKey, service: messageConsumer.nullish() }),
  output: askedReplay,
});

export const getDeadLetterReplay = defineQuery('auditor.get-dead-letter-replay', {
  access: 'operator',
  summary: 'How far a replay is; null for one that nobody asked for.',
  input: z.object({ replayId: z.uuid() }),
  output: deadLetterReplay.nullable(),
});

export const listDeadLetterReplays = defineQuery('auditor.list-dead-letter-replays', {
  access: 'operator',
  summary: 'The replays that were asked for, newest first.',
  input: pageRequestAfter(UUID_CURSOR),
  output: pageOf(deadLetterReplay),
});

export const deadLetterDeskActions = [
  editDeadLetter,
  replayDeadLetters,
  getDeadLetterReplay,
  listDeadLetterReplays,
] as const;
