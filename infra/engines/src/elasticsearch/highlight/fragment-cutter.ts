import { Breaks } from './breaks.js';

export interface Fragment {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts fragments around places in a text: as many whole sentences as fit into `size`; a longer sentence is cut between
 * words. Must be asked for ascending places, since what is left of a window serves the next.
 */
export class FragmentCutter {
  private readonly length: number;
  private readonly size: number;
  private readonly sentences: Breaks;
  private readonly text: string;
  private wordBreaks: Breaks | undefined;
  private window: Fragment = { start: -1, end: -1 };
  private inner: Fragment = { start: -1, end: 0 };

  constructor(text: string, size: number) {
    this.length = text.length;
    this.size = size;
    this.sentences = Breaks.ofSentences(text);
    this.text = text;
  }

  /** The fragment around an offset. */
  around(offset: number): Fragment {
    if (this.size === 0)
      return { start: this.sentences.before(offset), end: this.sentences.behind(offset - 1) };
    if (offset > this.window.start && offset < this.window.end)
      this.inner = { start: this.inner.end, end: this.window.end };
    else {
      this.inner = this.sentencesAround(offset);
      this.window = this.inner;
    }
    if (this.inner.end - this.inner.start > this.size) this.inner = this.wordsAround(offset);
    return this.inner;
  }

  /** Few sentences are too long, so that few texts are cut into words. */
  private get words(): Breaks {
    this.wordBreaks ??= Breaks.ofWords(this.text);
    return this.wordBreaks;
  }

  private sentencesAround(offset: number): Fragment {
    const start = this.sentences.before(offset);
    const reach = offset + Math.max(0, this.size - (offset - start));
    if (reach + 1 > this.length) return { start, end: this.length };
    const end = this.sentences.before(reach + 1);
    if (end !== start) return { start, end };
    return { start, end: reach >= this.length ? this.length : this.sentences.behind(reach) };
  }

  private wordsAround(offset: number): Fragment {
    let { start, end } = this.inner;
    if (offset - this.size > start) start = Math.max(start, this.words.before(offset - this.size));
    const left = Math.max(0, this.size - (offset - start));
    if (offset + left < this.window.end) end = Math.min(this.window.end, this.words.behind(offset + left));
    return { start, end };
  }
}
