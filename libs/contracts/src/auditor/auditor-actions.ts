import { z } from 'zod';
import { idempotencyKey } from '../order/order-actions.js';
import { defineCommandAction, defineQuery } from '../registry/action.js';
import { pageOf, pageRequestAfter, UUID_CURSOR } from '../shared/paging.js';
import { instant } from '../shared/values.js';
import { finding, findingClass, findingState, repaired } from './findings.js';
import { DEPTHS, invariantId, severity } from './invariants.js';

/** One invariant as it stands. */
export const scoreboardLine = z.object({
  id: invariantId,
  sentence: z.string(),
  severity,
  depth: z.enum(DEPTHS),
  /** The test that tells what a look at a running house cannot show of it. */
  story: z.string().nullable(),
  /** `unknown` while nobody has looked, or when an owner does not answer. */
  state: z.enum(['holds', 'violated', 'unknown']),
  violations: z.int().nonnegative(),
  /** What was seen of the first few violations, or why nothing is known. */
  evidence: z.array(z.string()),
  /** When it was last looked at; null before the first time. */
  checkedAt: instant.nullable(),
});
export type ScoreboardLine = z.infer<typeof scoreboardLine>;

export const getScoreboard = defineQuery('auditor.get-scoreboard', {
  access: 'operator',
  summary: 'Every invariant of the house, whether it holds, and when that was looked at.',
  input: z.object({}),
  output: z.array(scoreboardLine),
});

export const listFindings = defineQuery('auditor.list-findings', {
  access: 'operator',
  summary: 'What two owners say differently, by its id; of one state, of one class, or all.',
  input: pageRequestAfter(UUID_CURSOR).extend({
    state: findingState.nullish(),
    class: findingClass.nullish(),
  }),
  output: pageOf(finding),
});

export const auditRun = z.object({
  runId: z.uuid(),
  state: z.enum(['running', 'done', 'failed']),
  /** Orders that were looked at so far. */
  orders: z.int().nonnegative(),
  /** Differences that were seen twice. */
  found: z.int().nonnegative(),
});
export type AuditRun = z.infer<typeof auditRun>;

export const runAudit = defineCommandAction('auditor.run-audit', {
  access: 'operator',
  summary:
    'Holds what the owners say of every order against each other, and against the bank. Waits at most 2 s; asked again with the same key, it tells how far it is.',
  input: z.object({
    key: idempotencyKey,
    /** Also repairs what is safe to repair. */
    repair: z.boolean().default(false),
  }),
  output: auditRun,
});

export const applyRepairResult = z.discriminatedUnion('kind', [
  /** What it would do, when it was a dry run; else what was done. */
  z.object({ kind: z.literal('repaired'), repaired, finding }),
  z.object({ kind: z.literal('not-repairable'), why: z.string() }),
  z.object({ kind: z.literal('not-found') }),
]);
export type ApplyRepairResult = z.infer<typeof applyRepairResult>;

export const applyRepair = defineCommandAction('auditor.apply-repair', {
  access: 'operator',
  summary:
    'Has the owner repair a finding, and keeps who did it, from which value to which; a dry run only says what it would do.',
  input: z.object({ findingId: z.uuid(), dryRun: z.boolean() }),
  output: applyRepairResult,
});

export const dismissFinding = defineCommandAction('auditor.dismiss-finding', {
  access: 'operator',
  summary: 'Closes a finding that a person has settled otherwise; it is not opened again.',
  input: z.object({ findingId: z.uuid(), reason: z.string().trim().min(1).max(500) }),
  output: finding.nullable(),
});

export const auditEntry = z.object({
  id: z.uuid(),
  /** Null for what was done about dead letters. */
  findingId: z.uuid().nullable(),
  /** An operator; null when the auditor did it by itself. */
  who: z.uuid().nullable(),
  what: z.string(),
  subject: z.string(),
  from: z.string(),
  to: z.string(),
  at: instant,
});
export type AuditEntry = z.infer<typeof auditEntry>;

export const listAuditEntries = defineQuery('auditor.list-entries', {
  access: 'operator',
  summary:
    'What was done about findings and dead letters, by whom, from which value to which, oldest first; about one subject, or all.',
  input: pageRequestAfter(UUID_CURSOR).extend({ subject: z.string().min(1).max(300).nullish() }),
  output: pageOf(auditEntry),
});

export const auditorActions = [
  getScoreboard,
  listFindings,
  runAudit,
  applyRepair,
  dismissFinding,
  listAuditEntries,
] as const;
