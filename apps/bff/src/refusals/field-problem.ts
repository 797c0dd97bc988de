import type { Locale } from '@evenkeel/contracts';
import { WORDS, type Word } from './words.js';

/** What zod says of one field; from our own parsing, or, with path and message only, from a service. */
export interface FieldIssue {
  readonly path: readonly PropertyKey[];
  readonly code?: string;
  readonly origin?: string;
  readonly format?: string;
  readonly minimum?: number | bigint;
}

/** Names inside that shoppers' clients know under another name. */
const OUTER_NAME: Readonly<Record<string, string>> = { orderId: 'number' };

/** The problem of one field, at the path that the client knows it by, in words for a shopper. */
export function fieldProblem(issue: FieldIssue, locale: Locale): { path: string[]; message: string } {
  const path = issue.path.map(String).map((name) => OUTER_NAME[name] ?? name);
  return { path, message: WORDS[locale][wordFor(issue, path.at(-1) ?? '')] };
}

function wordFor({ code, origin, format, minimum }: FieldIssue, field: string): Word {
  if (field === 'country') return 'FieldCountry';
  if (format === 'email' || field === 'email') return 'FieldEmail';
  if (field === 'password' && code === 'too_small') return 'FieldPassword';
  if (origin === 'number' || origin === 'int') return 'FieldNumber';
  if (code === 'too_big') return 'FieldTooLong';
  if (code === 'too_small' && Number(minimum) === 1) return 'FieldMissing';
  return 'FieldWrong';
}
