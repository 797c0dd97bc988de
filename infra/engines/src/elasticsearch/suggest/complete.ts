import { type Completion, type CompletionIndex, completionKey } from '../invert/completion-index.js';
import { allowedEdits } from '../invert/edit-distance.js';
import type { Scope } from '../query/scope.js';
import { nearPrefix } from './near-prefix.js';
import type { CompletionFuzzy, CompletionRequest } from './read-suggest.js';

/** A completion and how good it is. */
export interface Completed extends Completion {
  readonly score: number;
}

/** The best completions of a text: the heaviest; with typing errors, those that agree longest come first. */
export function complete(scope: Scope, request: CompletionRequest): Completed[] {
  const field = scope.field(request.field);
  if (field?.kind !== 'completion')
    throw scope.refuse(
      field
        ? `Field [${request.field}] is not a completion suggest field`
        : `no mapping found for field [${request.field}]`,
      'illegal_argument_exception',
    );
  const index = scope.space.completions.get(request.field);
  const typed = completionKey(request.text, field.searchAnalyzer);
  if (!index || typed === '') return [];
  const best = new Map<number, Completed>();
  for (const { key, boost } of matchingKeys(index, typed, request))
    for (const entry of index.entries.get(key) ?? []) {
      if (!scope.space.isLive(entry.doc)) continue;
      const score = boosted(entry.weight, boost);
      const known = best.get(entry.doc);
      if (!known || score > known.score || (score === known.score && entry.input < known.input))
        best.set(entry.doc, { ...entry, score });
    }
  const ordered = [...best.values()].sort(order);
  return (request.skipDuplicates ? firstOfEach(ordered) : ordered).slice(0, request.size);
}

const order = (left: Completed, right: Completed): number =>
  right.score - left.score ||
  (left.input < right.input ? -1 : left.input > right.input ? 1 : left.doc - right.doc);

function firstOfEach(completions: readonly Completed[]): Completed[] {
  const seen = new Set<string>();
  return completions.filter(({ input }) => !seen.has(input) && seen.add(input));
}

/** The keys that complete what was typed, and how much longer agreement counts. */
function matchingKeys(
  index: CompletionIndex,
  typed: string,
  { text, fuzzy }: CompletionRequest,
): { key: string; boost: number }[] {
  const edits = fuzzy ? (allowedEdits(fuzzy.fuzziness, text) ?? 0) : 0;
  const units = fuzzy ? unitsOf(typed, fuzzy) : [];
  if (!fuzzy || edits === 0 || units.length < fuzzy.minLength || units.length <= fuzzy.prefixLength)
    return index.dictionary.startingWith(typed).map((key) => ({ key, boost: units.length }));
  const fixed = units.slice(0, fuzzy.prefixLength);
  const how = { limit: edits, transpositions: fuzzy.transpositions };
  return index.dictionary.terms.flatMap((key) => {
    const keyUnits = unitsOf(key, fuzzy);
    if (fixed.some((unit, at) => keyUnits[at] !== unit)) return [];
    const length = nearPrefix(units.slice(fixed.length), keyUnits.slice(fixed.length), how);
    return length < 0 ? [] : [{ key, boost: agreement(units, keyUnits.slice(0, fixed.length + length)) }];
  });
}

/** Without a weight, the agreement alone decides; without a boost, the weight alone. */
const boosted = (weight: number, boost: number) =>
  boost === 0 ? weight : weight === 0 ? boost : weight * boost;

/** What an edit changes: a byte of UTF-8, unless characters were asked for. */
const unitsOf = (text: string, { unicodeAware }: CompletionFuzzy): string[] =>
  unicodeAware ? [...text] : [...Buffer.from(text, 'utf8').toString('latin1')];

function agreement(left: readonly string[], right: readonly string[]): number {
  const differs = left.findIndex((unit, at) => unit !== right[at]);
  return differs < 0 ? left.length : differs;
}
