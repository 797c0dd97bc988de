import {
  FINDING_CLASSES,
  type FindingClassName,
  INVARIANT_IDS,
  INVARIANTS,
  type InvariantId,
  type ScoreboardLine,
} from '@evenkeel/contracts';
import type { Violation } from '../../violation.js';
import type { Look } from './look.handler.js';

/** Violations whose evidence is shown. */
const SHOWN = 5;

/** A look, and when it was. */
export interface Dated {
  readonly look: Look;
  /** ISO 8601. */
  readonly at: string;
}

const nameOf = ({ invariant, subject }: Violation) => `${invariant} ${subject}`;

/** What was seen twice in a row: what passes by itself before the next look is no violation. */
export function seenTwice(before: Look | null, now: Look): readonly Violation[] {
  const known = new Set(before?.violations.map(nameOf));
  return now.violations.filter((violation) => known.has(nameOf(violation)));
}

/** The lines of the cheap invariants after the latest look, given the one before it. */
export function cheapLines(before: Look | null, latest: Dated | null): ScoreboardLine[] {
  const violations = latest ? seenTwice(before, latest.look) : [];
  return INVARIANT_IDS.filter((id) => INVARIANTS[id].depth === 'cheap').map((id) => {
    const mine = violations.filter(({ invariant }) => invariant === id);
    const silence = latest ? latest.look.unknown.get(id) : 'nobody has looked yet';
    return {
      ...lineOf(id),
      state: mine.length > 0 ? 'violated' : silence === undefined ? 'holds' : 'unknown',
      violations: mine.length,
      evidence: mine.length > 0 ? mine.slice(0, SHOWN).map(({ evidence }) => evidence) : asList(silence),
      checkedAt: latest?.at ?? null,
    };
  });
}

/** Findings of one class that are open. */
export interface Open {
  readonly class: FindingClassName;
  readonly open: number;
  readonly subjects: readonly string[];
}

/** The lines of the deep invariants: as many violations as findings are open. */
export function deepLines(open: readonly Open[], lastDone: string | null): ScoreboardLine[] {
  return INVARIANT_IDS.filter((id) => INVARIANTS[id].depth === 'deep').map((id) => {
    const mine = open.filter((one) => FINDING_CLASSES[one.class].invariant === id);
    const violations = mine.reduce((sum, one) => sum + one.open, 0);
    const evidence = mine.map((one) => `${one.class}: ${one.subjects.slice(0, SHOWN).join(', ')}`);
    const silence = lastDone === null ? ['no audit was done yet'] : [];
    return {
      ...lineOf(id),
      state: violations > 0 ? 'violated' : lastDone === null ? 'unknown' : 'holds',
      violations,
      evidence: violations > 0 ? evidence : silence,
      checkedAt: lastDone,
    };
  });
}

const lineOf = (id: InvariantId) => ({ id, ...INVARIANTS[id] });
const asList = (text: string | undefined) => (text === undefined ? [] : [text]);
