import { illegalArgument } from '../errors.js';
import { allowedEdits } from '../invert/edit-distance.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';

/** Completing what somebody types. */
export interface CompletionRequest {
  readonly kind: 'completion';
  readonly text: string;
  readonly field: string;
  readonly size: number;
  readonly skipDuplicates: boolean;
  readonly fuzzy: CompletionFuzzy | undefined;
}
export interface CompletionFuzzy {
  readonly fuzziness: string | number;
  readonly transpositions: boolean;
  readonly minLength: number;
  readonly prefixLength: number;
  readonly unicodeAware: boolean;
}
/** Words of the index that look like those of a text. */
export interface TermRequest {
  readonly kind: 'term';
  readonly text: string;
  readonly field: string;
  readonly size: number;
  readonly mode: 'missing' | 'popular' | 'always';
  readonly byFrequency: boolean;
  readonly maxEdits: number;
  readonly prefixLength: number;
  readonly minWordLength: number;
}
export type SuggestRequest = ReadonlyMap<string, CompletionRequest | TermRequest>;

/** Reads `suggest`: named requests, and a text for those that bring none. */
export function readSuggest(body: Json): SuggestRequest {
  const all = new Options('suggest', body);
  const shared = all.string('text');
  const requests = new Map<string, CompletionRequest | TermRequest>();
  for (const name of all.left())
    requests.set(name, readOne(new Options(`suggest ${name}`, all.raw(name)), shared));
  return requests;
}

function readOne(options: Options, shared: string | undefined): CompletionRequest | TermRequest {
  const text = options.string('prefix') ?? options.string('text') ?? shared;
  const completion = options.object('completion');
  const term = options.object('term');
  options.done();
  if (text === undefined) throw illegalArgument(`The required text option is missing (${options.where})`);
  if (completion) return readCompletion(new Options('completion', completion), text);
  if (term) return readTerm(new Options('term', term), text);
  throw illegalArgument(`[${options.where}] the Elasticsearch stand-in answers [completion] and [term]`);
}

function field(options: Options): string {
  const name = options.string('field');
  if (!name) throw illegalArgument(`the required field option [field] is missing (${options.where})`);
  return name;
}

function readCompletion(options: Options, text: string): CompletionRequest {
  const request: CompletionRequest = {
    kind: 'completion',
    text,
    field: field(options),
    size: options.integer('size', 1) ?? 5,
    skipDuplicates: options.boolean('skip_duplicates') ?? false,
    fuzzy: readFuzzy(options.raw('fuzzy')),
  };
  options.done();
  return request;
}

function readFuzzy(json: Json | undefined): CompletionFuzzy | undefined {
  if (json === undefined || json === false) return undefined;
  const options = new Options('fuzzy', json === true ? {} : json);
  const fuzziness = options.raw('fuzziness') ?? 'AUTO';
  if (
    (typeof fuzziness !== 'string' && typeof fuzziness !== 'number') ||
    allowedEdits(fuzziness, '') === undefined
  )
    throw illegalArgument(
      `fuzziness may be 0, 1, 2, AUTO or AUTO:low,high, not [${JSON.stringify(fuzziness)}]`,
    );
  const fuzzy: CompletionFuzzy = {
    fuzziness,
    transpositions: options.boolean('transpositions') ?? true,
    minLength: options.integer('min_length', 1) ?? 3,
    prefixLength: options.integer('prefix_length') ?? 1,
    unicodeAware: options.boolean('unicode_aware') ?? false,
  };
  options.done();
  return fuzzy;
}

function readTerm(options: Options, text: string): TermRequest {
  const request: TermRequest = {
    kind: 'term',
    text,
    field: field(options),
    size: options.integer('size', 1) ?? 5,
    mode: options.oneOf('suggest_mode', ['missing', 'popular', 'always']) ?? 'missing',
    byFrequency: options.oneOf('sort', ['score', 'frequency']) === 'frequency',
    maxEdits: Math.min(2, options.integer('max_edits', 1) ?? 2),
    prefixLength: options.integer('prefix_length') ?? 1,
    minWordLength: options.integer('min_word_length', 1) ?? 4,
  };
  options.done();
  return request;
}
