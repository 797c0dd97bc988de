/**
 * How many of `count` optional clauses must match, by a specification such as `2`, `-1`, `75%`, `-25%`, `2<75%` or
 * several of the last. Never less than 0; may be more than `count`, and then nothing matches. `undefined` if the
 * specification cannot be read.
 */
export function minimumShouldMatch(spec: string | number, count: number): number | undefined {
  const text = String(spec).trim();
  if (!text.includes('<')) return plain(text, count);
  let answer: number | undefined = count;
  for (const condition of text.replace(/\s*<\s*/g, '<').split(/\s+/)) {
    const [above = '', then = ''] = condition.split('<');
    if (!/^\d+$/.test(above)) return undefined;
    if (count <= Number(above)) return answer;
    answer = plain(then, count);
    if (answer === undefined) return undefined;
  }
  return answer;
}

function plain(text: string, count: number): number | undefined {
  const [, sign, digits, percent] = /^(-?)(\d+)(%?)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const amount = percent ? Math.trunc((count * Number(digits)) / 100) : Number(digits);
  return Math.max(0, sign ? count - amount : amount);
}
