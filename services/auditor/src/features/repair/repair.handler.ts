import { type ApplyRepairResult, FINDING_CLASSES, type Finding, type Repaired } from '@evenkeel/contracts';
import { type CommandId, derivedId, newId } from '@evenkeel/kernel';
import type { MessagingContext } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { insertEntry } from '../../store/entry-store.js';
import {
  type FindingRow,
  selectFinding,
  selectFindingsAfter,
  settleFinding,
  toFinding,
} from '../../store/finding-store.js';

/** Findings that the auditor repairs by itself in one run at most. */
const MOST_BY_SELF = 100;

interface Parts {
  readonly context: Pick<MessagingContext, 'log' | 'faults'>;
  readonly db: Database;
  /** Asks the owner. With the same command id it is done once. */
  readonly askOwner: (finding: Finding, dryRun: boolean, commandId: CommandId) => Promise<Repaired>;
}

export type Repairs = ReturnType<typeof repairs>;

/** Repairs findings through the commands of their owners, and keeps who did it. */
export function repairs({ context, db, askOwner }: Parts) {
  /** `who` is an operator; null for the auditor itself. */
  async function apply(findingId: string, dryRun: boolean, who: string | null): Promise<ApplyRepairResult> {
    const [row] = await db.query<FindingRow>(selectFinding(findingId));
    if (!row) return { kind: 'not-found' };
    const finding = toFinding(row);
    if (finding.state !== 'open') return { kind: 'not-repairable', why: `It is ${finding.state} already` };
    const { repair } = FINDING_CLASSES[finding.class];
    if (repair.kind === 'none') return { kind: 'not-repairable', why: repair.sentence };
    if (context.faults.armed && !dryRun) await context.faults.cross('repair.before-apply');
    // Each relapse is a repair of its own; a repetition of one is not.
    const commandId = dryRun
      ? newId<CommandId>()
      : derivedId<CommandId>('repair', findingId, String(finding.relapses));
    const repaired = await askOwner(finding, dryRun, commandId);
    if (dryRun) return { kind: 'repaired', repaired, finding };
    const settled = await db.transaction(async (tx) => {
      const [after] = await tx.query<FindingRow>(settleFinding(findingId, 'repaired'));
      const { from, to } = repaired;
      const { subject, class: what } = finding;
      if (after) tx.write(insertEntry({ findingId, who, what, subject, from, to }));
      return after;
    });
    return { kind: 'repaired', repaired, finding: settled ? toFinding(settled) : finding };
  }

  /** Closes a finding that `who` has settled otherwise; null unless it was open. */
  const dismiss = (findingId: string, reason: string, who: string): Promise<Finding | null> =>
    db.transaction(async (tx) => {
      const [row] = await tx.query<FindingRow>(settleFinding(findingId, 'dismissed'));
      if (!row) return null;
      const { subject } = row;
      tx.write(insertEntry({ findingId, who, what: 'dismissed', subject, from: 'open', to: reason }));
      return toFinding(row);
    });

  /** Repairs what is open and safe to repair; what fails stays open, and is told. */
  async function bySelf(): Promise<void> {
    const open = await db.query<FindingRow>(
      selectFindingsAfter(null, MOST_BY_SELF, { state: 'open', class: null }),
    );
    for (const { id, class: name } of open) {
      if (FINDING_CLASSES[name].repair.kind !== 'safe') continue;
      try {
        await apply(id, false, null);
      } catch (error) {
        context.log.warn({ err: error, id, class: name }, 'A finding could not be repaired; it stays open');
      }
    }
  }
  return { apply, dismiss, bySelf };
}
