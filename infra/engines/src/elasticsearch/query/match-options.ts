import { illegalArgument, parsing } from '../errors.js';
import { allowedEdits } from '../invert/edit-distance.js';
import type { Options } from '../options.js';
import { minimumShouldMatch } from './minimum-should-match.js';
import type { Fuzzy } from './text-term.js';

/** What `match` and its relatives may be told about how to treat the text. */
export interface MatchOptions {
  readonly operator: 'and' | 'or';
  readonly minimumShouldMatch: string | number | undefined;
  readonly fuzzy: Fuzzy | undefined;
  /** Name of an analyzer to use instead of the field's. */
  readonly analyzer: string | undefined;
  readonly whenNoTerms: 'none' | 'all';
  /** Whether a text that is no number simply does not match a numeric field. */
  readonly lenient: boolean;
}

/** Reads them all and leaves the rest of the options to the caller. */
export function readMatchOptions(options: Options): MatchOptions {
  return {
    operator: options.oneOf('operator', ['and', 'or']) ?? 'or',
    minimumShouldMatch: readMinimum(options),
    fuzzy: readFuzzy(options),
    analyzer: options.string('analyzer'),
    whenNoTerms: options.oneOf('zero_terms_query', ['none', 'all']) ?? 'none',
    lenient: options.boolean('lenient') ?? false,
  };
}

function readFuzzy(options: Options): Fuzzy | undefined {
  const fuzziness = options.raw('fuzziness');
  const prefixLength = options.integer('prefix_length') ?? 0;
  const maxExpansions = options.integer('max_expansions', 1) ?? 50;
  const transpositions = options.boolean('fuzzy_transpositions') ?? true;
  if (fuzziness === undefined) return undefined;
  if (
    (typeof fuzziness !== 'string' && typeof fuzziness !== 'number') ||
    allowedEdits(fuzziness, '') === undefined
  )
    throw illegalArgument(
      `[${options.where}] fuzziness may be 0, 1, 2, AUTO or AUTO:low,high, not [${JSON.stringify(fuzziness)}]`,
    );
  return { fuzziness, prefixLength, maxExpansions, transpositions };
}

/** Reads `minimum_should_match` and makes sure that it can be reckoned with. */
export function readMinimum(options: Options): string | number | undefined {
  const value = options.raw('minimum_should_match');
  if (value === undefined || value === null) return undefined;
  if ((typeof value !== 'string' && typeof value !== 'number') || minimumShouldMatch(value, 1) === undefined)
    throw parsing(`[${options.where}] cannot read [minimum_should_match]: ${JSON.stringify(value)}`);
  return value;
}
