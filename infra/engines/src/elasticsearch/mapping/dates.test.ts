import { describe, expect, it } from 'vitest';
import { readDate, readDateMath } from './dates.js';

const utc = (text: string) => Date.parse(text);

describe('dates', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00Z', '2026-01-01T23:59:59.999Z'],
    ['2026-02', '2026-02-01T00:00:00Z', '2026-02-01T23:59:59.999Z'],
    ['2026-03-12', '2026-03-12T00:00:00Z', '2026-03-12T23:59:59.999Z'],
    ['2026-03-12T10:30', '2026-03-12T10:30:00Z', '2026-03-12T10:30:59.999Z'],
    ['2026-03-12T10:30:01.25+08:00', '2026-03-12T02:30:01.250Z', '2026-03-12T02:30:01.250Z'],
    ['1775001600000', '2026-04-01T00:00:00Z', '2026-04-01T00:00:00Z'],
  ])('%s spans what it leaves open', (text, first, last) => {
    expect(readDate(text)).toEqual({ first: utc(first), last: utc(last) });
  });

  it.each(['2026-13', '2026-02-30', '2026-1-1', 'yesterday', '', '2026-03-12T25:00', '12.5'])(
    '"%s" is no date',
    (text) => {
      expect(readDate(text)).toBeUndefined();
    },
  );

  it.each([
    ['now-1d/d', '2026-05-30T00:00:00Z'],
    ['now/w', '2026-05-25T00:00:00Z'],
    ['now-3M', '2026-02-28T12:00:00Z'],
    ['2026-04-15||+1M/M', '2026-05-01T00:00:00Z'],
    ['2026-04-15||/y', '2026-01-01T00:00:00Z'],
  ])('%s is reckoned', (text, first) => {
    expect(readDateMath(text, utc('2026-05-31T12:00:00Z'))?.first).toBe(utc(first));
  });

  it('does not guess at arithmetic it cannot read', () => {
    expect(readDateMath('now-1x', 0)).toBeUndefined();
  });
});
