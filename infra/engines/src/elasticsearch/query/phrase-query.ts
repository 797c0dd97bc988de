import type { Token } from '../analysis/token.js';
import { filtered, intersect, type Matches, none, rescored } from '../invert/doc-set.js';
import { decodedLengths } from '../invert/norms.js';
import type { Posting, TextIndex } from '../invert/text-index.js';
import { union } from '../invert/union.js';
import { anyOf } from './bool-query.js';
import { type Alignment, alignments } from './phrase-alignment.js';
import { deferred, type Mark, matchNone, type Query, type TextView } from './query.js';
import type { Scope } from './scope.js';
import { inverseFrequency, saturation, termSource } from './term-source.js';
import { textTerm } from './text-term.js';

/** One place of a phrase: the terms that may stand there. */
export interface PhraseSlot {
  readonly offset: number;
  readonly terms: readonly string[];
}

/** Documents whose field has the phrase; `slop` allows words to be moved. */
export function phraseQuery(field: string, slots: readonly PhraseSlot[], slop: number): Query {
  const [only] = slots;
  if (!only || slots.some((slot) => slot.terms.length === 0)) return matchNone;
  if (slots.length === 1) return anyOf(only.terms.map((term) => textTerm(field, term)));
  return {
    matches: (scope) => run(scope, field, slots, slop),
    marks: (view) => mark(view, field, slots, slop),
  };
}

/** The slots of an analysed phrase; a word that was left out keeps its place. */
export const slotsOf = (tokens: readonly Token[]): PhraseSlot[] =>
  tokens.map(({ term, position }) => ({ offset: position - (tokens[0]?.position ?? 0), terms: [term] }));

/** A phrase whose last word may go on. */
export const phrasePrefix = (
  field: string,
  tokens: readonly Token[],
  how: { slop: number; expansions: number },
) =>
  deferred((scope) => {
    const slots = slotsOf(tokens);
    const last = slots.at(-1);
    const dictionary = termSource(scope.space, field)?.dictionary;
    if (!last || !dictionary) return matchNone;
    const terms = dictionary.startingWith(last.terms[0] ?? '').slice(0, how.expansions);
    return phraseQuery(field, [...slots.slice(0, -1), { offset: last.offset, terms }], how.slop);
  });

function run(scope: Scope, field: string, slots: readonly PhraseSlot[], slop: number): Matches {
  const index = scope.space.texts.get(field);
  const source = termSource(scope.space, field);
  if (!index || !source) return none;
  refuseRepeated(scope, slots, slop);
  const candidates = slots
    .map((slot) =>
      union(
        slot.terms.map((term) => source.scored(term, 1)),
        { tieBreaker: 'sum', atLeast: 1 },
        scope.space.size,
      ),
    )
    .reduce(intersect);
  const readers = slots.map((slot) => positionReader(index, slot));
  const freqs = new Map<number, number>();
  const matching = filtered({ docs: candidates.docs, scores: 0 }, (doc) => {
    const found = alignments(
      readers.map((read) => read(doc)),
      slop,
    );
    freqs.set(
      doc,
      found.reduce((sum, { weight }) => sum + weight, 0),
    );
    return found.length > 0;
  });
  const known = slots
    .flatMap((slot) => slot.terms)
    .map((term) => source.docFreq(term))
    .filter((freq) => freq > 0);
  const weight = known.reduce((sum, freq) => sum + inverseFrequency(freq, source.docCount), 0);
  const mean = source.totalTokens / Math.max(1, source.docCount);
  const scores = Float64Array.from(matching.docs, (doc) =>
    saturation(freqs.get(doc) ?? 0, decodedLengths[index.lengths.get(doc)] ?? 0, mean),
  );
  return rescored({ docs: matching.docs, scores }, (score) => score * weight);
}

/** The original has rules of its own for a word that comes twice in a loose phrase. */
function refuseRepeated(scope: Scope, slots: readonly PhraseSlot[], slop: number): void {
  const terms = slots.flatMap((slot) => slot.terms);
  if (slop > 0 && new Set(terms).size < terms.length)
    throw scope.refuse(
      '[slop] with a repeated word is not answered by the Elasticsearch stand-in',
      'illegal_argument_exception',
    );
}

/** Reads the positions of a slot document by document, in ascending order of documents. */
function positionReader(index: TextIndex, { offset, terms }: PhraseSlot) {
  const cursors = terms
    .map((term) => index.postings.get(term))
    .filter((posting): posting is Posting => posting !== undefined)
    .map(({ entries }) => ({ entries, at: 0 }));
  return (doc: number) => {
    const positions: number[] = [];
    for (const cursor of cursors) {
      const { entries } = cursor;
      while (cursor.at < entries.length && (entries[cursor.at] ?? 0) < doc)
        cursor.at += 2 + (entries[cursor.at + 1] ?? 0);
      if (entries[cursor.at] === doc)
        positions.push(...entries.slice(cursor.at + 2, cursor.at + 2 + (entries[cursor.at + 1] ?? 0)));
    }
    return {
      offset,
      positions: terms.length > 1 ? positions.sort((left, right) => left - right) : positions,
    };
  };
}

function mark(view: TextView, field: string, slots: readonly PhraseSlot[], slop: number): Mark[] {
  if (view.field !== field) return [];
  const placed = slots.map(({ offset, terms }) => ({
    offset,
    positions: view.tokens.filter((token) => terms.includes(token.term)).map((token) => token.position),
  }));
  const name = slots.map((slot) => slot.terms.join('|')).join(' ');
  return alignments(placed, slop).map((alignment) => span(view.tokens, alignment, name));
}

function span(tokens: readonly Token[], { first, last }: Alignment, term: string): Mark {
  const inside = tokens.filter(({ position }) => position >= first && position <= last);
  const starts = inside.map(({ start }) => start);
  return { start: Math.min(...starts), end: Math.max(...inside.map(({ end }) => end)), term };
}
