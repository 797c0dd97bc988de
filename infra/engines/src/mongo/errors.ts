import type { Doc } from './bson/values.js';
import { NAMES } from './error-names.js';

/** An answer of the server that says why a command changed nothing (or stopped where it stands). */
export class CommandError extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly extra: Doc;

  constructor(code: number, message: string, extra: Doc = {}) {
    super(message);
    this.code = code;
    this.codeName = NAMES[code] ?? `Location${code}`;
    this.extra = extra;
  }
}

export const badValue = (message: string) => new CommandError(2, message);

export const failedToParse = (message: string) => new CommandError(9, message);

export const typeMismatch = (message: string) => new CommandError(14, message);

/** The original can do this, the stand-in cannot; the message says where it would work. */
export const notImplemented = (what: string) =>
  new CommandError(
    238,
    `${what} is not answered by the MongoDB stand-in: use an original server (docker compose up)`,
  );

/** The original's answer to a command field it does not know. */
export const unknownField = (command: string, field: string) =>
  new CommandError(40415, `BSON field '${command}.${field}' is an unknown field.`);
