import {
  applyRepair,
  dismissFinding,
  getScoreboard,
  listAuditEntries,
  listFindings,
  pageFrom,
  runAudit,
  type ScoreboardLine,
} from '@evenkeel/contracts';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from '@evenkeel/runtime';
import type { AuditDesk } from './features/reconcile/audit-desk.handler.js';
import type { Repairs } from './features/repair/repair.handler.js';
import { type EntryRow, selectEntriesAfter } from './store/entry-store.js';
import { type FindingRow, selectFindingsAfter, toFinding } from './store/finding-store.js';

interface Parts {
  readonly db: Database;
  readonly scoreboard: () => Promise<ScoreboardLine[]>;
  readonly desk: Pick<AuditDesk, 'ask'>;
  readonly repairs: Pick<Repairs, 'apply' | 'dismiss'>;
}

/** The actions of the auditor. */
export const auditorActions = ({ db, scoreboard, desk, repairs }: Parts): ServedAction[] => [
  action(getScoreboard, scoreboard),
  action(listFindings, async ({ first, after, state, class: name }) => {
    const only = { state: state ?? null, class: name ?? null };
    const rows = await db.query<FindingRow>(selectFindingsAfter(after ?? null, first + 1, only));
    return pageFrom(rows, first, { cursor: (row) => row.id, item: toFinding });
  }),
  action(listAuditEntries, async ({ first, after, subject }) => {
    const rows = await db.query<EntryRow>(selectEntriesAfter(after ?? null, first + 1, subject ?? null));
    return pageFrom(rows, first, {
      cursor: (row) => row.id,
      item: (row) => ({ ...row, at: row.at.toISOString() }),
    });
  }),
  action(runAudit, ({ key, repair }, context) => desk.ask(`${context.requireCaller().sub}/${key}`, repair)),
  action(applyRepair, ({ findingId, dryRun }, context) =>
    repairs.apply(findingId, dryRun, context.requireCaller().sub),
  ),
  action(dismissFinding, ({ findingId, reason }, context) =>
    repairs.dismiss(findingId, reason, context.requireCaller().sub),
  ),
];
