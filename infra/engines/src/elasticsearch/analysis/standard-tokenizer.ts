import type { Token, TokenType } from './token.js';
import { WordClass, wordClass } from './word-class.js';

/** The original cuts longer runs into pieces of this many UTF-16 units. */
const LONGEST = 255;
const emoji =
  /(?:\p{RI}{2}|[0-9#*]\uFE0F?\u20E3|(?:\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})?|\p{EMod})(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})?)*(?:[\u{E0020}-\u{E007E}]+\u{E007F})?)/uy;

/** One character with the marks that belong to it. */
interface Step {
  readonly kind: WordClass;
  readonly end: number;
}

function stepAt(text: string, at: number): Step {
  const codePoint = text.codePointAt(at) ?? 0;
  let end = at + (codePoint > 0xffff ? 2 : 1);
  while (end < text.length && wordClass(text.codePointAt(end) ?? 0) === WordClass.extend)
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return { kind: wordClass(codePoint), end };
}

const isLetter = (kind: WordClass) =>
  kind === WordClass.letter || kind === WordClass.hebrew || kind === WordClass.hangul;
const isAlnum = (kind: WordClass) => isLetter(kind) || kind === WordClass.numeric;
const isWordPart = (kind: WordClass) =>
  isAlnum(kind) || kind === WordClass.katakana || kind === WordClass.connector;

/** Rules WB5, WB8–WB10 and WB13 to WB13b: nothing stands between two characters of one word. */
function joins(left: WordClass, right: WordClass): boolean {
  if (isAlnum(left)) return isAlnum(right) || right === WordClass.connector;
  if (left === WordClass.katakana) return right === WordClass.katakana || right === WordClass.connector;
  return left === WordClass.connector && isWordPart(right);
}

/** Rules WB6, WB7, WB11 and WB12: one sign of punctuation between letters or between digits. */
function bridges(left: WordClass, between: WordClass, right: WordClass): boolean {
  const either = between === WordClass.midBoth || between === WordClass.singleQuote;
  if (isLetter(left) && isLetter(right) && (either || between === WordClass.midLetter)) return true;
  if (left === WordClass.hebrew && right === WordClass.hebrew && between === WordClass.doubleQuote)
    return true;
  const digits = left === WordClass.numeric && right === WordClass.numeric;
  return digits && (either || between === WordClass.midNumber);
}

/** End of the word that starts here, and what it is made of; `undefined` for connectors without a word. */
function wordAt(text: string, first: Step): { end: number; type: TokenType } | undefined {
  const kinds = new Set<WordClass>([first.kind]);
  let last = first;
  while (last.end < text.length) {
    const next = stepAt(text, last.end);
    if (joins(last.kind, next.kind)) last = next;
    else if (last.kind === WordClass.hebrew && next.kind === WordClass.singleQuote) {
      last = { kind: WordClass.hebrew, end: next.end };
    } else {
      if (next.end >= text.length) break;
      const beyond = stepAt(text, next.end);
      if (!bridges(last.kind, next.kind, beyond.kind)) break;
      last = beyond;
    }
    kinds.add(last.kind);
  }
  const [only] = kinds;
  if (kinds.size === 1 && only === WordClass.connector) return undefined;
  if (kinds.size === 1 && only === WordClass.hangul) return { end: last.end, type: '<HANGUL>' };
  if (kinds.size === 1 && only === WordClass.katakana) return { end: last.end, type: '<KATAKANA>' };
  const numbers = [...kinds].every((kind) => kind === WordClass.numeric || kind === WordClass.connector);
  return { end: last.end, type: numbers ? '<NUM>' : '<ALPHANUM>' };
}

function complexEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const step = stepAt(text, end);
    if (step.kind !== WordClass.complex) break;
    end = step.end;
  }
  return end;
}

function emojiEnd(text: string, at: number): number | undefined {
  emoji.lastIndex = at;
  return emoji.test(text) ? emoji.lastIndex : undefined;
}

function tokenAt(text: string, at: number, step: Step): { end: number; type: TokenType } | undefined {
  if (step.kind === WordClass.pictograph || step.end > at + 1) {
    const end = emojiEnd(text, at);
    if (end !== undefined) return { end, type: '<EMOJI>' };
  }
  if (isWordPart(step.kind)) return wordAt(text, step);
  if (step.kind === WordClass.ideograph) return { end: step.end, type: '<IDEOGRAPHIC>' };
  if (step.kind === WordClass.hiragana) return { end: step.end, type: '<HIRAGANA>' };
  if (step.kind === WordClass.complex) return { end: complexEnd(text, at), type: '<SOUTHEAST_ASIAN>' };
  return undefined;
}

/** Cuts a text at the word boundaries of Unicode Annex 29; a Chinese character or a hiragana is a token of its own. */
export function standardTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const step = stepAt(text, at);
    const found = tokenAt(text, at, step);
    if (!found) {
      at = step.end;
      continue;
    }
    for (let start = at; start < found.end; start += LONGEST) {
      const end = Math.min(start + LONGEST, found.end);
      tokens.push({ term: text.slice(start, end), start, end, position: tokens.length, type: found.type });
    }
    at = found.end;
  }
  return tokens;
}
