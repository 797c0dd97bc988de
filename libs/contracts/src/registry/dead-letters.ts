import { z } from 'zod';
import { pageOf, pageRequestAfter, TIME_UUID_CURSOR } from '../shared/paging.js';
import { instant } from '../shared/values.js';
import { defineCommandAction, defineQuery } from './action.js';

/** `quarantined`: replayed so often in vain that only an edit, or a replay of this very one, tries it again. */
export const DEAD_LETTER_STATES = ['open', 'quarantined', 'replayed'] as const;
export const deadLetterState = z.enum(DEAD_LETTER_STATES);
export type DeadLetterState = z.infer<typeof deadLetterState>;

/** Names a letter within its service. */
export const deadLetterName = z.object({
  /** Of the event, or made from its place in the stream when that could not be read. */
  id: z.uuid(),
  durable: z.string().min(1).max(100),
});
export type DeadLetterName = z.infer<typeof deadLetterName>;

/** An event that a service could not handle by the event's own fault; it was taken out of the way of the others. */
export const deadLetter = deadLetterName.extend({
  /** `unreadable` while it is no message that the contracts know. */
  type: z.string(),
  /** JSON, as it came or was edited. */
  payload: z.string(),
  error: z.string(),
  tries: z.int(),
  state: deadLetterState,
  /** The same for all letters of a durable and type whose errors differ in ids and numbers only. */
  group: z.uuid(),
  /** Replays that failed since it was buried or edited. */
  replays: z.int(),
  /** One more with every change: an edit names the one that it read. */
  revision: z.int(),
  at: instant,
  /** When it was replayed or edited last. */
  changedAt: instant.nullable(),
});
export type DeadLetter = z.infer<typeof deadLetter>;

/** A letter as lists show it: the payload may be long. */
export const deadLetterHead = deadLetter.omit({ payload: true });
export type DeadLetterHead = z.infer<typeof deadLetterHead>;

export const defineListDeadLetters = <Service extends string>(service: Service) =>
  defineQuery(`${service}.list-dead-letters`, {
    access: 'operator',
    summary: 'What a service buried, newest first; of one group, in one state, or all that still lies there.',
    input: pageRequestAfter(TIME_UUID_CURSOR).extend({
      group: z.uuid().nullish(),
      state: deadLetterState.nullish(),
    }),
    output: pageOf(deadLetterHead),
  });

export const deadLetterGroup = z.object({
  group: z.uuid(),
  durable: z.string(),
  type: z.string(),
  /** Of one of its letters. */
  error: z.string(),
  open: z.int(),
  quarantined: z.int(),
  firstAt: instant,
  lastAt: instant,
});
export type DeadLetterGroup = z.infer<typeof deadLetterGroup>;

export const defineListDeadLetterGroups = <Service extends string>(service: Service) =>
  defineQuery(`${service}.list-dead-letter-groups`, {
    access: 'operator',
    summary: 'The groups of letters that still lie there, those with the newest letter first.',
    input: z.object({ first: z.int().min(1).max(100) }),
    output: z.array(deadLetterGroup),
  });

export const defineGetDeadLetter = <Service extends string>(service: Service) =>
  defineQuery(`${service}.get-dead-letter`, {
    access: 'operator',
    summary: 'One letter with its payload; null for one that was never buried.',
    input: deadLetterName,
    output: deadLetter.nullable(),
  });

/** Where in a payload something is wrong, and what. */
export const payloadIssue = z.object({ path: z.array(z.string()), message: z.string() });
export type PayloadIssue = z.infer<typeof payloadIssue>;

export const editedLetter = z.discriminatedUnion('kind', [
  /** From which payload and state; it is open now. */
  z.object({ kind: z.literal('edited'), from: z.string(), wasIn: deadLetterState }),
  z.object({ kind: z.literal('misfit'), issues: z.array(payloadIssue) }),
  z.object({ kind: z.literal('not-editable'), why: z.string() }),
]);
export type EditedLetter = z.infer<typeof editedLetter>;

/** The payload of one event, in its envelope; no message of an outbox is longer than this. */
const payload = z.string().min(1).max(262_144);
export const deadLetterEdit = deadLetterName.extend({
  revision: z.int().positive(),
  payload,
});

export const defineEditDeadLetter = <Service extends string>(service: Service) =>
  defineCommandAction(`${service}.edit-dead-letter`, {
    access: 'internal',
    summary:
      'Gives a letter another payload, if the contract of the message takes it; a dry run only says whether.',
    input: deadLetterEdit.extend({ dryRun: z.boolean() }),
    output: editedLetter,
  });

/** Which letters a replay is for: one, those of a group, or all; only one that is named may be quarantined. */
export const replayScope = z.object({ group: z.uuid().nullish(), letter: deadLetterName.nullish() });
export type ReplayScope = z.infer<typeof replayScope>;

/** How far a replay is at one service. */
export const replayTally = z.object({
  done: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  /** Not tried yet. */
  left: z.int().nonnegative(),
  /** Of those that failed or are left. */
  quarantined: z.int().nonnegative(),
});
export type ReplayTally = z.infer<typeof replayTally>;

export const defineReplayDeadLetters = <Service extends string>(service: Service) =>
  defineCommandAction(`${service}.replay-dead-letters`, {
    access: 'internal',
    summary:
      'Hands some letters to their consumer again, oldest first, each once for a replay; none: only counts.',
    input: replayScope.extend({ replayId: z.uuid(), first: z.int().min(0).max(100) }),
    output: replayTally,
  });
