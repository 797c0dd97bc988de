/** What a thing is called that must stay secret; a word of the shop's own, such as the key of a spec, is none. */
const SECRET_NAMES =
  /^(password|passwordHash|secret|token|tokenHash|cookie|authorization|cvv|cardNumber|pan)$/i;
/** How secrets look: of our webhooks, of the bank's cards, signed tokens. */
const SECRET_FORMS = [/whsec_[A-Za-z0-9+/=]{8,}/, /\btok_[a-z0-9_]+/, /\beyJ[\w-]{10,}\.[\w-]{10,}\./];
const CARD = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;
/** Numbers that are as long as those of cards and none. */
const OTHER_NUMBERS = /(id|ids|number|ref|reference|traceparent|phone)$/i;

/** Where a message tells a secret, as paths; what it is, is not repeated. */
export function secretsIn(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => secretsIn(item, `${path}[${i}]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => {
      const at = path === '' ? name : `${path}.${name}`;
      const named = SECRET_NAMES.test(name) && inner !== null && inner !== '';
      return named ? [at] : secretsIn(inner, at);
    });
  return typeof value === 'string' && looksSecret(value, path) ? [path] : [];
}

function looksSecret(text: string, path: string): boolean {
  if (SECRET_FORMS.some((form) => form.test(text))) return true;
  if (OTHER_NUMBERS.test(path.replace(/\[\d+\]$/, ''))) return false;
  return [...text.matchAll(CARD)].some(([digits]) => passesLuhn(digits.replace(/\D/g, '')));
}

/** The check digit of card numbers. */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
