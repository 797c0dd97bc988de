const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** The places between the sentences, or the words, of a text, its two ends included. */
export class Breaks {
  private readonly places: readonly number[];

  private constructor(text: string, segmenter: Intl.Segmenter) {
    const starts = Array.from(segmenter.segment(text), (segment) => segment.index);
    this.places = [...starts, text.length];
  }

  static ofSentences = (text: string): Breaks => new Breaks(text, sentences);
  static ofWords = (text: string): Breaks => new Breaks(text, words);

  /** The last place before an offset, or 0. */
  before(offset: number): number {
    return this.places.findLast((place) => place < offset) ?? 0;
  }

  /** The first place behind an offset, or the end. */
  behind(offset: number): number {
    return this.places.find((place) => place > offset) ?? this.places.at(-1) ?? 0;
  }
}
