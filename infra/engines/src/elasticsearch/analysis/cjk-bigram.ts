import type { Token, TokenType } from './token.js';

const joined: ReadonlySet<TokenType> = new Set(['<IDEOGRAPHIC>', '<HIRAGANA>', '<KATAKANA>', '<HANGUL>']);

/** One character of a run, with the place it stands for. */
interface Sign {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A token whose folding changed its length cannot be cut in the text: its signs all stand for the whole of it. */
function signsOf(token: Token): Sign[] {
  const whole = token.term.length !== token.end - token.start;
  let at = token.start;
  return [...token.term].map((text) => {
    const start = at;
    at += text.length;
    return whole ? { text, start: token.start, end: token.end } : { text, start, end: at };
  });
}

/** Replaces each unbroken run of East Asian characters by its overlapping pairs; a lone character stays alone. */
export function cjkBigrams(tokens: Token[]): Token[] {
  const result: Token[] = [];
  let run: Sign[] = [];
  let runEnd = -1;
  const push = (term: string, start: number, end: number, type: TokenType) =>
    result.push({ term, start, end, position: result.length, type });
  const flush = () => {
    const [only] = run;
    if (only && run.length === 1) push(only.text, only.start, only.end, '<SINGLE>');
    for (let at = 1; at < run.length; at++) {
      const left = run[at - 1];
      const right = run[at];
      if (left && right) push(left.text + right.text, left.start, right.end, '<DOUBLE>');
    }
    run = [];
  };
  for (const token of tokens) {
    const joins = joined.has(token.type);
    if (!joins || token.start !== runEnd) flush();
    if (joins) run.push(...signsOf(token));
    else push(token.term, token.start, token.end, token.type);
    runEnd = token.end;
  }
  flush();
  return result;
}
