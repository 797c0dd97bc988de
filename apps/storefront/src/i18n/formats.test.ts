import { describe, expect, it } from 'vitest';
import { formatsFor } from './formats.js';

const en = formatsFor('en');
const zh = formatsFor('zh');
const at = '2026-11-21T06:02:11.000Z';

describe('money', () => {
  it('always shows the cents of a dollar price', () => {
    expect(en.money({ minor: 9_600, currency: 'USD' })).toBe('$96.00');
    expect(zh.money({ minor: 123_456, currency: 'USD' })).toBe('$1,234.56');
  });

  it('writes yuan without empty cents, in both languages alike', () => {
    expect(zh.money({ minor: 69_000, currency: 'CNY' })).toBe('¥690');
    expect(en.money({ minor: 105_070, currency: 'CNY' })).toBe('¥1,050.70');
  });

  it('takes off with a real minus', () => {
    expect(en.money({ minor: -770, currency: 'USD' })).toBe('−$7.70');
  });

  it('rounds nothing where it speaks of whole units', () => {
    expect(en.wholeMoney(60, 'USD')).toBe('$60');
  });
});

describe('numbers and dates', () => {
  it('groups thousands and signs changes', () => {
    expect(en.number(1_240)).toBe('1,240');
    expect([en.signed(126), en.signed(-200), en.signed(0)]).toEqual(['+126', '−200', '0']);
  });

  it('writes days as each language does', () => {
    expect(en.day(at)).toBe('21 Nov');
    expect(zh.day(at)).toBe('11月21日');
  });

  it('joins lists as each language does', () => {
    expect(en.list(['Sea', 'Ink'])).toBe('Sea and Ink');
    expect(zh.list(['海', '墨'])).toBe('海和墨');
  });
});
