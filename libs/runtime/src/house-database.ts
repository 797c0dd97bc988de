import { type Database, openDatabase } from '@evenkeel/postgres';
import type { House } from './house.js';

/** Opens the service's own database as a part of the process: readiness asks it, stopping closes it. */
export function houseDatabase(house: House, url: string): Database {
  const db = openDatabase({
    url,
    onIdleError: (error) =>
      house.log.warn({ err: error }, 'A database connection broke; the pool replaces it'),
  });
  house.readiness('postgres', () => db.ping());
  house.onStop('postgres', () => db.close());
  return db;
}
