import type { AuditRun } from '@evenkeel/contracts';
import type { Statement } from '@evenkeel/postgres';

export type RunRow = AuditRun & { readonly repairs: boolean };

const COLUMNS = 'id as "runId", state, orders, found, repairs';

/** Without a sign of life for ten seconds, whoever carried it out is gone. */
export const failLostRuns: Statement = {
  text: `update runs set state = 'failed' where state = 'running' and at < now() - interval '10 seconds'`,
};

export const selectRunOf = (key: string): Statement => ({
  text: `select ${COLUMNS} from runs where $1 = any(keys) order by started_at desc limit 1`,
  values: [key],
});

/** Begins a run unless one is under way. */
export const beginRun = (id: string, key: string, repairs: boolean): Statement => ({
  text: `insert into runs (id, state, repairs, keys) values ($1, 'running', $2, array[$3])
on conflict (state) where state = 'running' do nothing returning ${COLUMNS}`,
  values: [id, repairs, key],
});

/** Lets a key have the run that is under way. */
export const joinRun = (key: string): Statement => ({
  text: `update runs set keys = array_append(keys, $1) where state = 'running' returning ${COLUMNS}`,
  values: [key],
});

export const noteRun = (id: string, orders: number): Statement => ({
  text: 'update runs set orders = $2 where id = $1',
  values: [id, orders],
});

/** A sign of life. */
export const touchRun = (id: string): Statement => ({
  text: 'update runs set at = now() where id = $1',
  values: [id],
});

export const endRun = (id: string, state: 'done' | 'failed', found: number): Statement => ({
  text: 'update runs set state = $2, found = $3, at = now() where id = $1',
  values: [id, state, found],
});

/** When an audit was last done to its end. */
export const selectLastDone: Statement = {
  text: "select max(at) as at from runs where state = 'done'",
};
