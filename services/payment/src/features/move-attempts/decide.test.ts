import { ATTEMPT_STATES, type AttemptState } from '@evenkeel/contracts';
import { type AttemptId, type CorrelationId, money, type OrderId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import { type Attempt, type BankStatement, isOpen, TRANSITIONS } from '../../attempt.js';
import { askAfter, hear } from './decide.js';

const attemptIn = (state: AttemptState): Attempt => ({
  attemptId: 'a' as AttemptId,
  orderId: '42' as OrderId,
  state,
  amount: money(9_600, 'USD'),
  token: 'tok_ok',
  wantsVoid: false,
  taken: null,
  refunded: 0,
  bankReference: null,
  queries: 0,
  askInMs: 1_000,
  correlationId: 'c' as CorrelationId,
  version: 1,
});

const captured = (minor: number): BankStatement => ({
  status: 'captured',
  taken: money(minor, 'USD'),
  fee: money(60, 'USD'),
  bankReference: 'ref',
  at: '2026-11-21T10:00:00.000Z',
});

const everything: BankStatement[] = [
  captured(9_600),
  captured(9_500),
  { status: 'declined', reason: 'no funds' },
  { status: 'voided' },
  { status: 'pending' },
  { status: 'not-found' },
  { status: 'no-answer', why: 'time-out' },
];

test('what the bank decided stays decided, whatever is said later', () => {
  for (const state of ATTEMPT_STATES.filter((s) => !isOpen({ state: s }))) {
    for (const statement of everything)
      expect(hear(attemptIn(state), statement)).toEqual({ attempt: attemptIn(state), news: null });
  }
});

test('every step goes along the table, one version at a time', () => {
  for (const state of ATTEMPT_STATES.filter((s) => isOpen({ state: s }))) {
    for (const statement of everything) {
      const { attempt } = hear(attemptIn(state), statement);
      if (attempt.state !== state) {
        expect(TRANSITIONS[state]).toContain(attempt.state);
        expect(attempt.version).toBe(2);
      }
    }
  }
});

test('another amount than asked for is never a capture of the order', () => {
  expect(hear(attemptIn('unknown'), captured(9_500)).news).toBe('amount-mismatch');
});

test('doubt is said once, and the bank is asked later and later', () => {
  const first = hear(attemptIn('initiated'), { status: 'no-answer', why: 'time-out' });
  expect(first.news).toBe('in-doubt');
  expect(hear(first.attempt, { status: 'no-answer', why: 'time-out' })).toMatchObject({
    news: null,
    attempt: { queries: 2 },
  });
  expect(askAfter(3)).toBeGreaterThan(askAfter(2));
  expect(askAfter(40)).toBe(60_000);
});

test('“not found” is no answer: the attempt stays open', () => {
  expect(isOpen(hear(attemptIn('unknown'), { status: 'not-found' }).attempt)).toBe(true);
});

test('the token is forgotten when the bank has decided', () => {
  expect(hear(attemptIn('initiated'), captured(9_600)).attempt.token).toBeNull();
});
