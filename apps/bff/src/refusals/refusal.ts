import { isProblem, type Locale, type Problem } from '@evenkeel/contracts';
import { codeOf } from '../graphql/enum-names.js';
import { type FieldIssue, fieldProblem } from './field-problem.js';
import { WORDS, type Word } from './words.js';

/** A refusal as GraphQL resolves it: `__typename` picks the member of the union. */
export interface Refusal {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
}

/** The refusal of that type, saying its own word or another one, with what a page needs to react. */
export function refusal<Extra extends object>(
  typeName: Word,
  locale: Locale,
  extra: Extra = {} as Extra,
  word: Word = typeName,
): Refusal & Extra {
  return { __typename: typeName, code: codeOf(word), message: WORDS[locale][word], ...extra };
}

/** Runs a command; what was refused untried or had the wrong shape is data, all else goes on as an error. */
export async function orRefusal<T>(locale: Locale, run: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await run();
  } catch (error) {
    if (isProblem(error, 'house.too-busy') || isProblem(error, 'house.deadline-passed')) {
      const { retryAfter } = (error as Problem).data ?? {};
      return refusal('TooBusy', locale, {
        retryAfter: typeof retryAfter === 'number' ? Math.ceil(retryAfter) : 1,
      });
    }
    if (isProblem(error, 'house.invalid-input')) {
      const { issues } = (error as Problem).data ?? {};
      const known = Array.isArray(issues) ? (issues as FieldIssue[]) : [];
      return refusal('InvalidInput', locale, { problems: known.map((issue) => fieldProblem(issue, locale)) });
    }
    throw error;
  }
}
