const NO_BREAK = '\u00a0';

/** A long number in groups of four that stay on one line: 7313 5531 2231 8144. */
export function groupedNumber(number: string): string {
  return number.replace(/(\d{4})(?=\d)/g, `$1${NO_BREAK}`);
}
