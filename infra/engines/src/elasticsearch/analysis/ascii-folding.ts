const singular = new Map(
  Object.entries({
    ß: 'ss',
    ẞ: 'SS',
    æ: 'ae',
    Æ: 'AE',
    ǣ: 'ae',
    Ǣ: 'AE',
    ǽ: 'ae',
    Ǽ: 'AE',
    œ: 'oe',
    Œ: 'OE',
    ø: 'o',
    Ø: 'O',
    ǿ: 'o',
    Ǿ: 'O',
    đ: 'd',
    Đ: 'D',
    ð: 'd',
    Ð: 'D',
    þ: 'th',
    Þ: 'TH',
    ł: 'l',
    Ł: 'L',
    ı: 'i',
    ħ: 'h',
    Ħ: 'H',
    ŋ: 'n',
    Ŋ: 'N',
    ŧ: 't',
    Ŧ: 'T',
    ĸ: 'q',
    ſ: 's',
    ŉ: 'n',
    ŀ: 'l',
    Ŀ: 'L',
    ĳ: 'ij',
    Ĳ: 'IJ',
    ƒ: 'f',
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '«': '"',
    '»': '"',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '–': '-',
    '—': '-',
  }),
);
/** Latin with marks, superscripts, ligatures and full-width forms: what a compatibility decomposition makes ASCII. */
const decomposable =
  /^[\u00B2\u00B3\u00B9\u00C0-\u024F\u1E00-\u1EFF\u2070-\u209F\uFB00-\uFB06\uFF01-\uFF5E]$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is meant
const ascii = /^[\x00-\x7F]*$/;

function fold(character: string): string {
  const special = singular.get(character);
  if (special !== undefined) return special;
  if (!decomposable.test(character)) return character;
  const plain = character.normalize('NFKD').replace(/\p{M}/gu, '');
  return ascii.test(plain) ? plain : character;
}

/** Replaces accented Latin by plain Latin; what has no ASCII form stays. */
export const foldAscii = (term: string): string => (ascii.test(term) ? term : [...term].map(fold).join(''));
