import { z } from 'zod';
import { defineQuery } from '../registry/action.js';
import { instant } from '../shared/values.js';
import { DEPTHS, invariantId, severity } from './invariants.js';

/** One invariant as it stands. */
export const scoreboardLine = z.object({
  id: invariantId,
  sentence: z.string(),
  severity,
  depth: z.enum(DEPTHS),
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

export const auditorActions = [getScoreboard] as const;
