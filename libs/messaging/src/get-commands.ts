import type { CommandOutcome } from '@evenkeel/contracts';
import type { CommandId } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';

/** What became of commands, by id, in the order asked for: the query pattern for a caller that timed out. */
export async function getCommandOutcomes(db: Database, ids: readonly CommandId[]): Promise<CommandOutcome[]> {
  const rows = await db.query<{ id: string; type: string | null; outcome: string | null; at: Date }>({
    name: 'inbox-outcomes',
    text: 'select id, type, outcome, at from inbox where id = any($1::uuid[])',
    values: [ids],
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.map((commandId) => {
    const row = known.get(commandId);
    if (!row) return { commandId, state: 'unknown', type: null, outcome: null, at: null };
    const outcome = row.outcome === null ? null : (JSON.parse(row.outcome) as unknown);
    return { commandId, state: 'done', type: row.type, outcome, at: row.at.toISOString() };
  });
}
