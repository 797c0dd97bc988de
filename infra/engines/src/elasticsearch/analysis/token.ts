/** What kind of text a token was cut from; the original reports it in `_analyze`. */
export type TokenType =
  | '<ALPHANUM>'
  | '<NUM>'
  | '<SOUTHEAST_ASIAN>'
  | '<IDEOGRAPHIC>'
  | '<HIRAGANA>'
  | '<KATAKANA>'
  | '<HANGUL>'
  | '<EMOJI>'
  | '<SINGLE>'
  | '<DOUBLE>'
  | 'word';

/** A term at its place: `start` and `end` are UTF-16 offsets into the text, `position` counts tokens, with gaps. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly position: number;
  readonly type: TokenType;
}

export type Tokenizer = (text: string) => Token[];
export type TokenFilter = (tokens: Token[]) => Token[];

/** Turns a text into tokens. Two fields with the same analyzer object may be blended by `cross_fields`. */
export interface Analyzer {
  readonly name: string;
  readonly tokens: Tokenizer;
}
