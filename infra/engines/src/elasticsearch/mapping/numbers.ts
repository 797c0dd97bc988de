import type { NumberField, NumberType } from './field.js';

const limits: Record<Exclude<NumberType, 'float' | 'double'>, number> = {
  byte: 2 ** 7,
  short: 2 ** 15,
  integer: 2 ** 31,
  long: 2 ** 63,
};

/**
 * A JSON value as a number of the field, or what is wrong with it. Texts that are numbers count as numbers; fractions
 * given to whole fields are cut off, as the original's `coerce` does. Whole numbers beyond 2^53 are refused: this
 * server is JavaScript and would answer a neighbour of theirs.
 */
export function toNumber(field: NumberField, value: unknown): number | { readonly wrong: string } {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number))
    return { wrong: `For input string: "${show(value)}"` };
  if (field.type === 'double') return number;
  if (field.type === 'float')
    return Math.abs(number) > 3.4028235e38
      ? { wrong: `[float] supports only finite values, but got [${number}]` }
      : Math.fround(number);
  const whole = Math.trunc(number);
  const limit = limits[field.type];
  if (whole < -limit || whole > limit - 1)
    return { wrong: `Value [${show(value)}] is out of range for ${article(field.type)}` };
  if (!Number.isSafeInteger(whole))
    return {
      wrong: `Value [${show(value)}] is beyond 2^53, which the Elasticsearch stand-in cannot hold exactly`,
    };
  return whole;
}

const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const article = (type: string) => (type === 'integer' ? 'an integer' : `a ${type}`);
