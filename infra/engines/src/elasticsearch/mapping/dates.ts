/** Dates as `strict_date_optional_time||epoch_millis` reads them, in UTC unless the text says otherwise. */
const iso =
  /^(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?:T(?:(?<hour>\d\d)(?::(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?)?)?(?<zone>Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/;

/** A point in time, or all of the span that a date without its time of day means. */
export interface Span {
  /** First millisecond. */
  readonly first: number;
  /** Last millisecond. */
  readonly last: number;
}

/** Reads a date; `undefined` if it is none. */
export function readDate(value: unknown): Span | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return point(Math.trunc(value));
  if (typeof value !== 'string') return undefined;
  const parts = iso.exec(value)?.groups;
  if (parts) return readIso(parts);
  return /^-?\d+$/.test(value) && Number.isSafeInteger(Number(value)) ? point(Number(value)) : undefined;
}

const point = (at: number): Span => ({ first: at, last: at });

function readIso(parts: Record<string, string | undefined>): Span | undefined {
  const { year, month, day, hour, minute, second, fraction } = parts;
  const numbers = [year, month ?? 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0].map(Number);
  const [y = 0, mo = 1, d = 1, h = 0, mi = 0, s = 0] = numbers;
  const at = new Date(Date.UTC(2000, mo - 1, d, h, mi, s));
  at.setUTCFullYear(y, mo - 1, d);
  if (at.getUTCMonth() !== mo - 1 || at.getUTCDate() !== d || h > 23 || mi > 59 || s > 59) return undefined;
  const offset = zoneOffset(parts.zone);
  if (offset === undefined) return undefined;
  const first = at.getTime() - offset + (fraction ? Number(fraction.slice(0, 3).padEnd(3, '0')) : 0);
  // What is left out of the time of day is open; a month or day left out is the first, for both ends.
  const smallest = fraction ? 'ms' : second ? 's' : minute ? 'm' : hour ? 'h' : 'd';
  return { first, last: smallest === 'ms' ? first : step(first + offset, smallest, 1) - offset - 1 };
}

function zoneOffset(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0;
  const [hours = 0, minutes = 0] = [zone.slice(1, 3), zone.slice(3).replace(':', '') || '0'].map(Number);
  if (hours > 18 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

export type Unit = 'y' | 'M' | 'w' | 'd' | 'h' | 'm' | 's';
const lengths = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;

/** Moves a time by whole units; a month later is the same day, or the last of a shorter month. */
export function step(at: number, unit: Unit, count: number): number {
  if (unit !== 'y' && unit !== 'M') return at + count * lengths[unit];
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + (unit === 'y' ? 12 * count : count));
  const longest = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, longest));
  return date.getTime();
}

/** The start of the unit a time lies in; weeks begin on Monday. */
export function floor(at: number, unit: Unit): number {
  const date = new Date(at);
  if (unit === 'y') return Date.UTC(date.getUTCFullYear(), 0, 1);
  if (unit === 'M') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  if (unit === 'w') return floor(at, 'd') - ((date.getUTCDay() + 6) % 7) * lengths.d;
  return Math.floor(at / lengths[unit]) * lengths[unit];
}

const sums = /([+-]\d*|\/)([yMwdhHms])/g;

/** Date arithmetic: `now-7d/d`, `2026-04-01||+1M/M`. `undefined` if it cannot be read. */
export function readDateMath(value: unknown, now: number): Span | undefined {
  if (typeof value !== 'string') return readDate(value);
  const [anchor, sum] = value.startsWith('now') ? ['now', value.slice(3)] : splitAnchor(value);
  const start = anchor === 'now' ? point(now) : readDate(anchor);
  if (!start || sum === '') return start;
  if (sum.replace(sums, '') !== '') return undefined;
  // Arithmetic starts from the first moment of the anchor, unless it only rounds.
  let span = point(start.first);
  for (const [, amount = '', letter = ''] of sum.matchAll(sums)) {
    const unit = (letter === 'H' ? 'h' : letter) as Unit;
    const count = amount.length === 1 ? Number(`${amount}1`) : Number(amount);
    span =
      amount === '/'
        ? { first: floor(span.first, unit), last: step(floor(span.last, unit), unit, 1) - 1 }
        : { first: step(span.first, unit, count), last: step(span.last, unit, count) };
  }
  return span;
}

function splitAnchor(value: string): [string, string] {
  const at = value.indexOf('||');
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 2)];
}
