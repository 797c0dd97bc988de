/** What the term suggester says of each word. */
export interface SuggestedWord {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
  readonly options: readonly { readonly text: string }[];
}

/** The text with its unknown words replaced by the known ones that look most like them; null if none was. */
export function betterSpelling(text: string, words: readonly SuggestedWord[]): string | null {
  let spelt = text;
  // From the end, so that the places of the words before stay true.
  for (const { offset, length, options } of [...words].sort((a, b) => b.offset - a.offset)) {
    const [best] = options;
    if (best) spelt = spelt.slice(0, offset) + best.text + spelt.slice(offset + length);
  }
  return spelt === text ? null : spelt;
}

/**
 * The stretch of a title that is most like a mistyped Chinese text: of the same length, with more than half of the
 * signs in their places. Null if there is none, or it is the text itself.
 */
export function likeStretch(text: string, title: string): string | null {
  const wanted = [...text];
  const signs = [...title];
  let best: { stretch: string; same: number } | undefined;
  for (let at = 0; at + wanted.length <= signs.length; at += 1) {
    const stretch = signs.slice(at, at + wanted.length);
    const same = stretch.filter((sign, n) => sign === wanted[n]).length;
    if (same * 2 > wanted.length && same > (best?.same ?? 0)) best = { stretch: stretch.join(''), same };
  }
  return best && best.same < wanted.length && /^\p{Script=Han}+$/u.test(best.stretch) ? best.stretch : null;
}
