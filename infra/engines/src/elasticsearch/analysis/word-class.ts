/** Classes of characters that the word-break rules of Unicode Annex 29 tell apart. */
export const WordClass = {
  other: 1,
  letter: 2,
  hebrew: 3,
  numeric: 4,
  katakana: 5,
  hangul: 6,
  connector: 7,
  /** Combining marks and format characters: they belong to the character before them. */
  extend: 8,
  ideograph: 9,
  hiragana: 10,
  complex: 11,
  midLetter: 12,
  midNumber: 13,
  midBoth: 14,
  singleQuote: 15,
  doubleQuote: 16,
  pictograph: 17,
} as const;
export type WordClass = (typeof WordClass)[keyof typeof WordClass];

const complexContext =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{Script=Tai_Tham}\p{Script=Tai_Viet}\p{Script=Ahom}]$/u;
const tests: readonly (readonly [RegExp, WordClass])[] = [
  [/^'$/u, WordClass.singleQuote],
  [/^"$/u, WordClass.doubleQuote],
  [/^[.‘’․﹒＇．]$/u, WordClass.midBoth],
  [/^[:··՟״‧︓﹕：]$/u, WordClass.midLetter],
  [/^[,;;։،؍٬߸⁄︐︔﹐﹔，；]$/u, WordClass.midNumber],
  [/^[\p{M}\p{Grapheme_Extend}\u{200c}\u{200d}]$/u, WordClass.extend],
  [/^(?!\u200b)\p{Cf}$/u, WordClass.extend],
  [/^[\p{Nd}٫]$/u, WordClass.numeric],
  [/^[\p{Pc}\u202f]$/u, WordClass.connector],
  [/^[\p{Script=Katakana}〱-〵゛゜゠ーｰ]$/u, WordClass.katakana],
  [/^\p{Script=Hiragana}$/u, WordClass.hiragana],
  [/^(?=\p{Script=Hangul})\p{Alphabetic}$/u, WordClass.hangul],
  [/^(?=\p{Script=Hebrew})\p{Alphabetic}$/u, WordClass.hebrew],
  [/^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}]$/u, WordClass.pictograph],
  [/^(?!\p{Ideographic})\p{Alphabetic}$/u, WordClass.letter],
  [/^\p{Script=Han}$/u, WordClass.ideograph],
];

function classify(character: string): WordClass {
  if (complexContext.test(character) && /^[\p{L}\p{M}]$/u.test(character)) return WordClass.complex;
  return tests.find(([test]) => test.test(character))?.[1] ?? WordClass.other;
}

const known = new Uint8Array(0x10000);

/** The class of a code point; asked once per character of the basic plane, then remembered. */
export function wordClass(codePoint: number): WordClass {
  if (codePoint > 0xffff) return classify(String.fromCodePoint(codePoint));
  const found = known[codePoint] as WordClass | 0;
  if (found) return found;
  const answer = classify(String.fromCharCode(codePoint));
  known[codePoint] = answer;
  return answer;
}
