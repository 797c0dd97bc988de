import { ORDER_TRANSITIONS } from '@evenkeel/contracts';
import { describe, expect, test } from 'vitest';
import { type Order, type Progress, totalOf } from '../../order.js';
import { at, customer, free, guest, happens } from '../../testing/saga-story.js';
import type { Decision } from './decision.js';
import type { SagaInput } from './inputs.js';
import { decide } from './saga.js';

/** An order on some way, with what is out in the world for it. */
interface Place {
  readonly order: Order;
  /** Rounds whose stock was asked for, and that nobody has refused or given back. */
  readonly held: readonly number[];
  /** Attempts that the bank was asked for: only those can be captured or fail. */
  readonly opened: readonly string[];
}

const ROUNDS = [1, 2, 3];
const ATTEMPTS = ['first', 'second'];

/** All that may happen next, in any order and any number of times. */
function inputsAt({ order, opened }: Place): SagaInput[] {
  const fresh = ATTEMPTS[opened.length];
  // A parcel leaves only with stock that was confirmed.
  const mayLeave = !order.progress.step.startsWith('reserving');
  return [
    ...ROUNDS.flatMap((round) => [
      happens.stockHeld(round),
      happens.benefitsHeld(round),
      happens.refused(round),
      happens.holdGone(round),
    ]),
    ...(fresh ? [happens.pay(fresh)] : []),
    ...opened.flatMap((name) => [
      happens.captured(name),
      happens.failed(name),
      happens.failed(name, 'voided'),
      happens.moneyReturned(name),
    ]),
    happens.pointsReversed(0),
    happens.pointsReversed(40),
    ...(mayLeave ? [happens.dispatched, happens.delivered] : []),
    happens.cancel,
    happens.requestRefund,
    happens.deadline,
  ];
}

/** The deadline strikes late enough to be one; everything else happens at once. */
const timeOf = (input: SagaInput) => at(input.type === 'deadline' ? 100_000 : 1);

function goOn(place: Place, input: SagaInput): { next: Place; decision: Decision } {
  const decision = decide(place.order, input, timeOf(input));
  let held = input.type === 'hold-refused' ? place.held.filter((round) => round !== input.round) : place.held;
  let { opened } = place;
  for (const { definition, data } of decision.effects) {
    const { round, attemptId } = data as { round: number; attemptId: string };
    if (definition.type === 'inventory.reserve-stock') held = [...new Set([...held, round])];
    if (definition.type === 'inventory.release-stock') held = held.filter((one) => one !== round);
    if (definition.type === 'payment.open-payment') opened = [...opened, attemptId];
  }
  return { next: { order: decision.order, held, opened }, decision };
}

/** What tells two places apart: counters and times do not. */
const keyOf = ({ order, held, opened }: Place) => {
  const { version: _, attempts: __, deadlineAt, payBy, ...rest } = order.progress;
  return JSON.stringify([rest, deadlineAt === null, payBy === null, held, opened]);
};

/** The promises that one step must keep; each says what was broken. */
function broken(before: Place, after: Place, decision: Decision): string[] {
  const [was, is] = [before.order.progress, after.order.progress];
  const told = decision.effects.filter(({ definition }) => definition.owner === 'order').length;
  const saidAgain = is.version === was.version && is.state === 'refunding';
  const promises: [string, boolean][] = [
    ['one event of the order for each version', told === is.version - was.version || saidAgain],
    ['refunded absorbs', was.state !== 'refunded' || is.state === 'refunded'],
    [
      'what is captured is the total',
      !is.captured || is.captured.amount.minor === totalOf(after.order.facts).minor,
    ],
    ['paid is captured', is.state !== 'paid' || is.captured !== null],
    ['what ended unpaid holds nothing', !isOver(is) || after.held.length === 0],
    ['no key waits for ever', is.openAttempt !== null || !isDecided(is) || is.pending.length === 0],
    ['somebody looks again', ['settling', 'ended'].includes(is.step) || is.deadlineAt !== null],
  ];
  return promises.flatMap(([promise, kept]) => (kept ? [] : [promise]));
}

const isDecided = ({ state }: Progress) => !['placed', 'reserved'].includes(state);

/** It ended without being paid, and no money has come that could still pay it. */
const isOver = ({ state, step }: Progress) =>
  ['rejected', 'cancelled', 'expired'].includes(state) && ['ended', 'closing-payment'].includes(step);

function search(from: Order): { places: number; moves: Set<string> } {
  const start: Place = { order: from, held: [1], opened: [] };
  const seen = new Set([keyOf(start)]);
  const queue = [start];
  const moves = new Set<string>();
  for (const place of queue) {
    for (const input of inputsAt(place)) {
      const { next, decision } = goOn(place, input);
      for (const promise of broken(place, next, decision))
        throw new Error(`${input.type} at ${keyOf(place)} breaks: ${promise}`);
      const [was, is] = [place.order.progress.state, next.order.progress.state];
      if (was !== is) moves.add(`${was} → ${is}`);
      const key = keyOf(next);
      if (seen.has(key)) continue;
      seen.add(key);
      queue.push(next);
    }
  }
  return { places: seen.size, moves };
}

describe('whatever happens to an order, in whatever order and however often', () => {
  const moves = new Set<string>();
  test.each([
    ['a guest’s order', guest()],
    ['a customer’s with points and coupon', customer()],
    ['one that costs nothing', free()],
  ])(
    '%s keeps its promises',
    (_, order) => {
      const found = search(order);
      expect(found.places).toBeGreaterThan(30);
      for (const move of found.moves) moves.add(move);
    },
    30_000,
  );

  test('every transition of the table is taken, and no other', () => {
    const table = Object.entries(ORDER_TRANSITIONS).flatMap(([from, to]) =>
      to.map((state) => `${from} → ${state}`),
    );
    // A rejected order has no attempt; that money for one goes back has a story of its own.
    const unasked = ['rejected → refunding'];
    // Two published changes at once.
    const leaps = [
      'placed → paid',
      'reserved → paid',
      'paid → completed',
      'paid → refunded',
      'fulfilling → refunded',
      'completed → refunded',
    ];
    expect([...moves].filter((move) => !leaps.includes(move)).sort()).toEqual(
      table.filter((move) => !unasked.includes(move)).sort(),
    );
  });
});
