import type { ActionInput, AnyAction } from '@evenkeel/contracts';
import type { z } from 'zod';
import type { FieldIssue } from '../refusals/field-problem.js';

export interface Issue extends FieldIssue {
  readonly message: string;
}

export interface CheckedInput<A extends AnyAction> {
  /** To be sent when there are no issues. */
  readonly data: ActionInput<A>;
  readonly issues: readonly Issue[];
}

/** Holds the input of an action against its contract, and its texts against what databases can keep. */
export function checkInput<A extends AnyAction>(action: A, input: ActionInput<A>): CheckedInput<A> {
  const parsed = (action.input as z.ZodType<ActionInput<A>>).safeParse(input);
  if (!parsed.success) return { data: input, issues: parsed.error.issues };
  return { data: parsed.data, issues: brokenTexts(parsed.data) };
}

/** PostgreSQL keeps neither the character NUL nor half of a surrogate pair. */
function brokenTexts(value: unknown, path: readonly string[] = []): Issue[] {
  if (typeof value === 'string') {
    const broken = value.includes('\u0000') || /\p{Surrogate}/u.test(value);
    return broken ? [{ path, message: 'A text without NUL and half characters is needed' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => brokenTexts(inner, [...path, name]));
}
