/**
 * The settings of the house. Every commit is on disk when it is answered (fsync, synchronous_commit).
 * `max_prepared_transactions` is what two-phase commit needs; plans are cheaper without `jit`; with `io_method`
 * sync there are no worker processes that a small database has no use for.
 */
export const postgresSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '150',
  max_prepared_transactions: '64',
  shared_buffers: '96MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  wal_level: 'logical',
  fsync: 'on',
  synchronous_commit: 'on',
  autovacuum: 'on',
  jit: 'off',
  huge_pages: 'off',
  log_checkpoints: 'off',
  timezone: 'UTC',
};

/** As arguments of `postgres`; `io_method` came with 18. */
export function postgresArguments(major: number, overrides: Readonly<Record<string, string>> = {}): string[] {
  const settings = { ...postgresSettings, ...(major >= 18 ? { io_method: 'sync' } : {}), ...overrides };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
