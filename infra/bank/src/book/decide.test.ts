import { newId } from '@evenkeel/kernel';
import { expect, test } from 'vitest';
import type { Behaviour } from '../behaviours.js';
import { Book, type Pages } from './book.js';
import { decide } from './decide.js';
import type { ChargeRequest } from './requests.js';

const now = new Date('2026-03-01T10:00:00Z');
const amount = { minor: 10_000, currency: 'CNY' } as const;
const open = (pages: Partial<Pages> = {}) =>
  new Book(
    { charges: [], tokens: [], refunds: [], ...pages },
    { now, slowMs: 8_000, fixedTokens: true, newReference: () => 'ev_1' },
  );
const asking = (given: Partial<ChargeRequest> = {}): ChargeRequest => ({
  type: 'charge',
  reference: newId<never>(),
  amount,
  token: 'tok_ok',
  digest: 'd1',
  override: null,
  refusedBefore: 0,
  ...given,
});
/** The book after a charge, as the next batch would read it. */
const after = (request: ChargeRequest, book = open()) => {
  decide(book, request);
  const charge = book.charge(request.reference);
  if (!charge) throw new Error('Nothing was booked');
  return open({ charges: [charge] });
};

test('a good token is captured at once, with the fee taken off, and told once', () => {
  const book = open();
  const answer = decide(book, asking());
  expect(answer).toMatchObject({ kind: 'charge', first: true });
  expect(answer).toMatchObject({ charge: { state: 'captured', taken: amount, fee: 90, capturedAt: now } });
  expect(book.news).toMatchObject([{ type: 'charge.captured', copies: 1, delayMs: 0 }]);
  expect(book.faults).toEqual([]);
});

test('the same request again is answered with the charge as it stands and makes no news', () => {
  const request = asking();
  const book = after(request);
  expect(decide(book, request)).toMatchObject({
    kind: 'charge',
    first: false,
    charge: { state: 'captured' },
  });
  expect(decide(book, { ...request, digest: 'd2' })).toEqual({ kind: 'other-body' });
  expect(book.news).toEqual([]);
  expect(book.changes().charges).toEqual({ added: [], changed: [] });
});

test('twice in one batch is one charge', () => {
  const request = asking();
  const book = open();
  expect([decide(book, request), decide(book, request)]).toMatchObject([{ first: true }, { first: false }]);
  expect(book.changes().charges.added).toHaveLength(1);
});

test('a void that comes first is remembered, and the charge is refused when it comes', () => {
  const request = asking();
  const book = open();
  decide(book, { type: 'void', reference: request.reference });
  expect(decide(book, request)).toMatchObject({ charge: { state: 'voided', taken: null }, first: false });
});

test('a void closes what is still in the hands of the bank, and leaves everything else as it is', () => {
  for (const [token, voided, ended] of [
    ['tok_callback_lost', 'voided', 'voided'],
    ['tok_slow', 'pending', 'captured'],
    ['tok_ok', 'captured', 'captured'],
    ['tok_declined', 'declined', 'declined'],
  ] as const) {
    const request = asking({ token });
    const book = after(request);
    expect(decide(book, { type: 'void', reference: request.reference })).toMatchObject({
      charge: { state: voided },
    });
    decide(book, { type: 'capture', reference: request.reference });
    expect(book.charge(request.reference)?.state).toBe(ended);
  }
});

test('a slow charge is due later and captured then, once', () => {
  const request = asking({ token: 'tok_slow' });
  const book = after(request);
  expect(book.charge(request.reference)).toMatchObject({
    state: 'pending',
    dueAt: new Date(now.getTime() + 8_000),
  });
  decide(book, { type: 'capture', reference: request.reference });
  decide(book, { type: 'capture', reference: request.reference });
  expect(book.charge(request.reference)).toMatchObject({ state: 'captured', dueAt: null });
  expect(book.news).toHaveLength(1);
});

const faults: [Behaviour, object, object[]][] = [
  ['declined', { state: 'declined' }, [{ type: 'charge.declined' }]],
  ['callback-lost', { state: 'captured' }, []],
  ['callback-twice', { state: 'captured' }, [{ copies: 2 }]],
  ['callback-late', { state: 'captured' }, [{ delayMs: 10_000 }]],
  [
    'callbacks-reordered',
    { state: 'captured' },
    [{ type: 'charge.pending', delayMs: 2_500 }, { delayMs: 0 }],
  ],
  ['no-answer', { state: 'captured' }, []],
  ['wrong-amount', { taken: { minor: 10_100, currency: 'CNY' } }, [{ copies: 1 }]],
  ['wrong-currency', { taken: { minor: 10_000, currency: 'USD' } }, [{ copies: 1 }]],
];

test.each(faults)('%s, asked for by the switchboard, takes effect', (override, charge, news) => {
  const request = asking({ override });
  const book = open();
  decide(book, request);
  decide(book, { type: 'capture', reference: request.reference });
  expect(book.charge(request.reference)).toMatchObject(charge);
  expect(book.news).toMatchObject(news);
  expect(book.faults).toEqual(override === 'no-answer' ? [] : [override]);
});

test('a bank that is down books nothing and uses no token up until it has refused three times', () => {
  const tokens = [{ token: 'tok_x', behaviour: 'bank-down', usedBy: null, expired: false }] as const;
  const book = open({ tokens });
  const request = asking({ token: 'tok_x' });
  for (const refusedBefore of [0, 1, 2])
    expect(decide(book, { ...request, refusedBefore })).toEqual({ kind: 'down' });
  expect(book.changes().tokens.changed).toEqual([]);
  expect(decide(book, { ...request, refusedBefore: 3 })).toMatchObject({ charge: { state: 'captured' } });
});

test('a token is good for one charge, and an unknown or expired one for none', () => {
  const book = open({
    tokens: [
      { token: 'tok_a', behaviour: 'ok', usedBy: null, expired: false },
      { token: 'tok_b', behaviour: 'ok', usedBy: null, expired: true },
    ],
  });
  const states = ['tok_a', 'tok_a', 'tok_b', 'tok_c'].map((token) => decide(book, asking({ token })));
  expect(states).toMatchObject([
    { charge: { state: 'captured' } },
    { charge: { state: 'declined', reason: 'token-used' } },
    { charge: { state: 'declined', reason: 'token-unknown' } },
    { charge: { state: 'declined', reason: 'token-unknown' } },
  ]);
});

test('refunds are given once for each id and never exceed what was taken', () => {
  const request = asking();
  const book = after(request);
  const give = (refundId: string, minor: number, digest = 'r') =>
    decide(book, {
      type: 'refund',
      refundId,
      reference: request.reference,
      amount: { minor, currency: 'CNY' },
      digest,
    });
  expect(give('a', 6_000)).toMatchObject({ kind: 'refund', first: true });
  expect(give('a', 6_000)).toMatchObject({ kind: 'refund', first: false });
  expect(give('a', 5_000, 'other')).toEqual({ kind: 'other-body' });
  expect(give('b', 4_001)).toEqual({ kind: 'refused', why: 'more-than-is-left' });
  expect(give('b', 4_000)).toMatchObject({ kind: 'refund', first: true });
  expect(book.charge(request.reference)?.refunded).toBe(10_000);
});
