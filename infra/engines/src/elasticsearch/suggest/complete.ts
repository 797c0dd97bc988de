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
  for (const found of candidates(index, typed, request)) {
    if (!scope.space.isLive(found.doc)) continue;
    const known = best.get(found.doc);
    if (!known || order(found, known) < 0) best.set(found.doc, found);
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

function candidates(index: CompletionIndex, typed: string, { text, fuzzy }: CompletionRequest): Completed[] {
  const edits = fuzzy ? (allowedEdits(fuzzy.fuzziness, text) ?? 0) : 0;
  const units = fuzzy ? unitsOf(typed, fuzzy) : [];
  const exact = !fuzzy || edits === 0 || units.length < fuzzy.minLength || units.length <= fuzzy.prefixLength;
  const entries = (key: string, boost: number) =>
    (index.entries.get(key) ?? []).map((entry) => ({ ...entry, score: boosted(entry.weight, boost) }));
  if (exact)
    return index.dictionary.startingWith(typed).flatMap((key) => entries(key, fuzzy ? units.length : 0));
  const fixed = units.slice(0, fuzzy.prefixLength);
  const how = { limit: edits, transpositions: fuzzy.transpositions };
  return index.dictionary.terms.flatMap((key) => {
    const keyUnits = unitsOf(key, fuzzy);
    if (fixed.some((unit, at) => keyUnits[at] !== unit)) return [];
    const length = nearPrefix(units.slice(fixed.length), keyUnits.slice(fixed.length), how);
    return length < 0 ? [] : entries(key, agreement(units, keyUnits.slice(0, fixed.length + length)));
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
