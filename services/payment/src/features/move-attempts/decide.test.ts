import { ATTEMPT_STATES, type AttemptState } from '@evenkeel/contracts';
import { type AttemptId, type CorrelationId, money, type OrderId } from '@evenkeel/kernel';
import { describe, expect, test } from 'vitest';
import { type Attempt, type BankStatement, isOpen, TRANSITIONS, validateTransitions } from '../../attempt.js';
import { askAfter, hear } from './decide.js';

const attemptIn = (state: AttemptState, given: Partial<Attempt> = {}): Attempt => ({
  attemptId: 'a' as AttemptId,
  orderId: '42' as OrderId,
  state,
  amount: money(9_600, 'USD'),
  token: 'tok_ok',
  wantsVoid: false,
  doubted: false,
  taken: null,
  refunded: 0,
  bankReference: null,
  queries: 0,
  askInMs: 1_000,
  origin: { correlationId: 'c' as CorrelationId },
  version: 1,
  revision: 1,
  ...given,
});

const captured = (minor: number, currency: 'USD' | 'CNY' = 'USD'): BankStatement => ({
  status: 'captured',
  taken: money(minor, currency),
  fee: money(60, currency),
  bankReference: 'ref',
  at: '2026-11-21T10:00:00.000Z',
});

const statements = {
  captured: captured(9_600),
  'too little': captured(9_500),
  'other currency': captured(9_600, 'CNY'),
  declined: { status: 'declined', reason: 'no funds' },
  voided: { status: 'voided' },
  pending: { status: 'pending' },
  'not found': { status: 'not-found' },
  silence: { status: 'no-answer', why: 'time-out' },
} as const satisfies Record<string, BankStatement>;
type Heard = keyof typeof statements;

/** What an open attempt becomes; it says so unless the word is in brackets. */
const TABLE: Record<'initiated' | 'unknown' | 'pending', Record<Heard, string>> = {
  initiated: {
    captured: 'captured',
    'too little': 'amount-mismatch',
    'other currency': 'amount-mismatch',
    declined: 'declined',
    voided: 'voided',
    pending: '(pending)',
    'not found': '(initiated)',
    silence: 'unknown',
  },
  unknown: {
    captured: 'captured',
    'too little': 'amount-mismatch',
    'other currency': 'amount-mismatch',
    declined: 'declined',
    voided: 'voided',
    pending: '(pending)',
    'not found': '(unknown)',
    silence: '(unknown)',
  },
  pending: {
    captured: 'captured',
    'too little': 'amount-mismatch',
    'other currency': 'amount-mismatch',
    declined: 'declined',
    voided: 'voided',
    pending: '(pending)',
    'not found': '(pending)',
    silence: '(pending)',
  },
};

describe.each(Object.entries(TABLE))('an attempt that is %s', (from, row) => {
  test.each(Object.entries(row))('hears %s', (heard, becomes) => {
    const before = attemptIn(from as AttemptState);
    const { attempt, news } = hear(before, statements[heard as Heard]);
    const silent = becomes.startsWith('(');
    expect(attempt.state).toBe(becomes.replace(/[()]/g, ''));
    expect(news === null).toBe(silent);
    expect(attempt.version).toBe(before.version + (silent ? 0 : 1));
    expect(attempt.askInMs === null).toBe(!isOpen(attempt));
    expect(attempt.token === null).toBe(!isOpen(attempt));
    if (attempt.state !== from) expect(TRANSITIONS[from as AttemptState]).toContain(attempt.state);
  });
});

describe.each(ATTEMPT_STATES.filter((state) => !isOpen({ state })))('an attempt that ended %s', (state) => {
  test.each(Object.entries(statements))('is not moved by %s', (_, statement) => {
    const before = attemptIn(state, { token: null, askInMs: null });
    expect(hear(before, statement)).toMatchObject({ attempt: before, news: null });
  });

  test('and money that the bank took all the same is noticed', () => {
    const told = Object.values(statements).map((statement) => hear(attemptIn(state), statement));
    const contradictions = told.filter(({ contradiction }) => contradiction !== undefined);
    // Captured, mismatched twice, declined, voided: all but what it is already.
    expect(contradictions).toHaveLength(state === 'amount-mismatch' ? 3 : 4);
  });
});

test('every way leads forward to an end, and a table with a way back is refused', () => {
  expect(() => validateTransitions()).not.toThrow();
  expect(() => validateTransitions({ ...TRANSITIONS, captured: ['pending'] })).toThrow(/come back/);
});

test('doubt is said once, and the bank is asked later and later', () => {
  let attempt = attemptIn('initiated');
  const said = Array.from({ length: 10 }, () => {
    const step = hear(attempt, statements.silence);
    attempt = step.attempt;
    return [step.news, step.attempt.askInMs];
  });
  expect(said.map(([news]) => news)).toEqual([
    'in-doubt',
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(said.slice(0, 7).map(([, ms]) => ms)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000]);
  expect(askAfter(5_000)).toBe(60_000);
});

test('once the bank has the charge in hand, silence raises no doubt, and no news is published twice', () => {
  const words = [
    statements.pending,
    statements.silence,
    statements.captured,
    statements.captured,
    statements.pending,
  ];
  let attempt = attemptIn('initiated');
  const news = words.map((word) => {
    const step = hear(attempt, word);
    attempt = step.attempt;
    return step.news;
  });
  expect(news).toEqual([null, null, 'captured', null, null]);
});
