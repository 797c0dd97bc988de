import type { Mark } from '../query/query.js';
import { type Fragment, FragmentCutter } from './fragment-cutter.js';

/** A piece of a text with the matches in it. */
export interface Passage extends Fragment {
  readonly marks: readonly Mark[];
  readonly score: number;
}

/** Puts each match into a passage; matches must be in ascending order. */
export function passagesOf(text: string, marks: readonly Mark[], fragmentSize: number): Passage[] {
  const cutter = new FragmentCutter(text, fragmentSize);
  const found: { start: number; end: number; marks: Mark[] }[] = [];
  let lastEnd = 0;
  for (const mark of marks) {
    const current = found.at(-1);
    if (current && mark.start < current.end) {
      current.marks.push(mark);
      continue;
    }
    const middle = mark.start + Math.floor((mark.end - mark.start) / 2);
    const around = cutter.around(Math.max(mark.start + 1, middle));
    const start = Math.min(mark.start, Math.max(around.start, lastEnd));
    lastEnd = Math.max(mark.end, Math.min(around.end, text.length));
    found.push({ start, end: lastEnd, marks: [mark] });
  }
  return found.map((passage) => ({ ...passage, score: scoreOf(passage, marks, text.length) }));
}

/** The length of an average English sentence, by which passages are measured. */
const PIVOT = 87;

/** BM25 with passages for documents; what stands further to the front counts a little more. */
function scoreOf(
  passage: { readonly start: number; readonly end: number; readonly marks: readonly Mark[] },
  all: readonly Mark[],
  length: number,
): number {
  const stretch = 1.2 * (0.25 + 0.75 * ((passage.end - passage.start) / PIVOT));
  let score = 0;
  for (const [term, freq] of countTerms(passage.marks)) {
    const inDocument = all.filter((mark) => mark.term === term).length;
    const weight = 2.2 * Math.log(1 + (1 + length / PIVOT + 0.5) / (inDocument + 0.5));
    score += (freq / (freq + stretch)) * weight;
  }
  return score * (1 + 1 / Math.log(PIVOT + passage.start));
}

function countTerms(marks: readonly Mark[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { term } of marks) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
