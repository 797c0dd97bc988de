/** What a database error means for the one who asked. */
export type FailureKind =
  /** Nothing was done; the same again may succeed (lost connection before COMMIT, deadlock, version moved). */
  | 'transient'
  /** COMMIT was sent and no answer came: done or not, only the inbox can tell. */
  | 'commit-unknown'
  /** The statement itself is at fault; again would fail again. */
  | 'permanent';

/** COMMIT was sent and the connection was lost before the answer. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}

/** Nothing was done, and the same again may succeed: thrown by whoever knows that better than a database. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

/** A row that was read had changed when it was written; load and decide again. */
export const VERSION_MOVED = '40001';

const TRANSIENT_CODES = new Set([
  VERSION_MOVED,
  '40P01', // deadlock
  '55P03', // lock not available
  '53300', // too many connections
  '53100', // disk full: an outage, not the message's fault
  '53200', // out of memory
  '57014', // statement time-out
  '58030', // input or output failed
  '57P01', // terminated by administrator
  '57P02', // crash of another backend
  '57P03', // starting up or shutting down
  '25006', // read-only: a standby answered
]);

const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EMFILE',
]);

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** True when two transactions claimed the same key of this unique constraint. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return (
    codeOf(error) === '23505' &&
    typeof error === 'object' &&
    error !== null &&
    'constraint' in error &&
    error.constraint === constraint
  );
}

/** Sorts an error; what does not come from the database or its socket, and is no `TryAgain`, is permanent. */
export function failureKind(error: unknown): FailureKind {
  if (error instanceof CommitUnknown) return 'commit-unknown';
  if (error instanceof TryAgain) return 'transient';
  const code = codeOf(error);
  if (code && (TRANSIENT_CODES.has(code) || SOCKET_CODES.has(code) || code.startsWith('08')))
    return 'transient';
  if (isUniqueViolation(error, 'inbox_pkey')) return 'transient';
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|Client has encountered a connection error|not queryable|timeout exceeded when trying to connect/i.test(
    message,
  )
    ? 'transient'
    : 'permanent';
}
