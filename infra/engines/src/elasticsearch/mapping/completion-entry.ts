import { documentParsing } from '../errors.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';

/** One text that may complete what somebody types, and how much it weighs. */
export interface CompletionEntry {
  readonly input: string;
  readonly weight: number;
}

/** Reads a completion value: a text, an object of `input` and `weight`, or a list of either. */
export function readCompletion(field: string, value: Json): CompletionEntry[] {
  if (Array.isArray(value)) return value.flatMap((each) => readCompletion(field, each));
  if (value === null) return [];
  if (typeof value === 'string') return entry(field, value, 1);
  const options = new Options(`${field}`, value, documentParsing);
  const inputs = options.strings('input') ?? [];
  const weight = options.integer('weight') ?? 1;
  options.done();
  return inputs.flatMap((input) => entry(field, input, weight));
}

/** The original indexes, and answers, the first 50 UTF-16 units of an input. */
const longestInput = 50;

function entry(field: string, input: string, weight: number): CompletionEntry[] {
  if (input.trim() === '')
    throw documentParsing(`completion field [${field}] does not allow empty input values`);
  return [{ input: cut(input), weight }];
}

const cut = (input: string) => {
  const splitsPair = /[\ud800-\udbff]/.test(input.charAt(longestInput - 1));
  return input.slice(0, splitsPair ? longestInput + 1 : longestInput);
};
