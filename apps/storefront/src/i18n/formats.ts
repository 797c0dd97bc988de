import { DATE_TAG, LANGUAGE_TAG, type Locale } from './locale.js';

/** An amount in minor units, as the API gives it. */
export interface MoneyValue {
  readonly minor: number;
  readonly currency: string;
}

type Instant = string | number | Date;

const WITHOUT_EMPTY_CENTS = new Set(['CNY']);

function build(locale: Locale) {
  const tag = LANGUAGE_TAG[locale];
  const currencies = new Map<string, Intl.NumberFormat>();
  const dates = new Map<string, Intl.DateTimeFormat>();
  const number = new Intl.NumberFormat(tag);

  const currencyFormat = (currency: string, whole = false) => {
    const name = `${currency}${whole}`;
    let format = currencies.get(name);
    if (!format) {
      format = new Intl.NumberFormat(tag, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        // Yuan are written without ".00"; a dollar price always shows its cents.
        ...(whole && { maximumFractionDigits: 0 }),
        ...(WITHOUT_EMPTY_CENTS.has(currency) ? { trailingZeroDisplay: 'stripIfInteger' } : {}),
      });
      currencies.set(name, format);
    }
    return format;
  };

  const dated = (name: string, options: Intl.DateTimeFormatOptions) => (at: Instant) => {
    let format = dates.get(name);
    if (!format) {
      format = new Intl.DateTimeFormat(DATE_TAG[locale], options);
      dates.set(name, format);
    }
    return format.format(new Date(at));
  };

  return {
    locale,
    money: ({ minor, currency }: MoneyValue) =>
      currencyFormat(currency)
        .format(minor / 100)
        .replace('-', '−'),
    /** An amount of whole units, for ranges. */
    wholeMoney: (units: number, currency: string) => currencyFormat(currency, true).format(units),
    number: (value: number) => number.format(value).replace('-', '−'),
    /** A change, always with its sign. */
    signed: (value: number) => (value > 0 ? '+' : '') + number.format(value).replace('-', '−'),
    day: dated('day', { day: 'numeric', month: 'short' }),
    weekday: dated('weekday', { weekday: 'short', day: 'numeric', month: 'short' }),
    date: dated('date', { day: 'numeric', month: 'long', year: 'numeric' }),
    moment: dated('moment', {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    time: dated('time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    clock: dated('clock', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
    list: (items: readonly string[]) =>
      new Intl.ListFormat(tag, { style: 'long', type: 'conjunction' }).format(items),
  };
}

export type Formats = ReturnType<typeof build>;

const built = new Map<Locale, Formats>();

/** Everything that numbers, money and times need in one language; made once. */
export function formatsFor(locale: Locale): Formats {
  const known = built.get(locale);
  if (known) return known;
  const formats = build(locale);
  built.set(locale, formats);
  return formats;
}
