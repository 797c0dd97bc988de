import type pg from 'pg';
import { CommitUnknown, failureKind } from './failure.js';
import type { Statement } from './statement.js';

/** An open transaction. */
export interface Transaction {
  /** Reads (or writes and reads back). Several at once travel in one flight. */
  query<Row extends object>(statement: Statement): Promise<Row[]>;
  /** Queues a write: it is sent with the COMMIT, in the order of queueing, and fails the transaction if it fails. */
  write(statement: Statement): void;
}

/**
 * Begins, works, sends the queued writes and COMMIT in one flight, and gives the connection back. `beforeCommit`, for
 * who wants to stand between the two, is called when the writes are done and their rows locked.
 */
export async function runTransaction<Result>(
  client: pg.PoolClient,
  work: (tx: Transaction) => Promise<Result>,
  beforeCommit?: () => Promise<void>,
): Promise<Result> {
  const writes: Statement[] = [];
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  let committing = false;
  try {
    const begun = client.query('begin');
    // Its failure also fails every statement after it, where it is awaited.
    begun.catch(onError);
    const result = await work({
      query: async <Row extends object>(statement: Statement) =>
        (await client.query<Row>(statement as pg.QueryConfig)).rows,
      write: (statement) => void writes.push(statement),
    });
    await begun;
    const sent = writes.map((statement) => client.query(statement as pg.QueryConfig));
    if (beforeCommit) {
      await settleInOrder(sent);
      await beforeCommit();
    }
    committing = true;
    const committed = client.query('commit');
    await settleInOrder([...sent, committed]);
    const { command } = await committed;
    if (command !== 'COMMIT') throw new Error(`The transaction was rolled back (${command})`);
    return result;
  } catch (error) {
    const lost = committing && failureKind(error) === 'transient' && isConnectionLoss(error);
    await rollback(client, broken);
    throw lost ? new CommitUnknown('The connection was lost after COMMIT was sent', { cause: error }) : error;
  } finally {
    client.off('error', onError);
    if (broken) client.release(broken);
    else client.release();
  }

  async function rollback(connection: pg.PoolClient, known: Error | undefined) {
    if (known) return;
    try {
      await connection.query('rollback');
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
    }
  }
}

/** Waits for all, then throws the first failure in order: later ones only say that the transaction is aborted. */
async function settleInOrder(sent: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(sent);
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason as Error;
}

function isConnectionLoss(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  // A five-character SQLSTATE is an answer of the server: nothing was committed. 57P0x end the connection.
  return !/^[0-9A-Z]{5}$/.test(code) || code.startsWith('57P') || code.startsWith('08');
}
