const shared =
  'a and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with';

/** Words the `english` analyzer leaves out. */
export const englishStopWords: ReadonlySet<string> = new Set(`an ${shared}`.split(' '));

/** Words the `cjk` analyzer leaves out. */
export const cjkStopWords: ReadonlySet<string> = new Set(`s t www ${shared}`.split(' '));
