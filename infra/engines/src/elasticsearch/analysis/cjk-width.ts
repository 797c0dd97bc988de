const offWidth = /[\uFF01-\uFF5E\uFF65-\uFF9F]/;
const run = /[\u30A1-\u30FD]?[\uFF01-\uFF5E\uFF65-\uFF9F]+/g;

/** Full-width Latin to ordinary Latin, half-width katakana (with its voicing marks) to ordinary katakana. */
export const foldWidth = (term: string): string =>
  offWidth.test(term) ? term.replace(run, (part) => part.normalize('NFKC')) : term;
