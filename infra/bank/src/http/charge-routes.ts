import { CURRENCIES } from '@evenkeel/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BatchLine } from '../batch-line.js';
import { BEHAVIOURS, type Behaviour, PLANS } from '../behaviours.js';
import type { Booked } from '../book/bookkeeper.js';
import type { BookAnswer, BookRequest } from '../book/requests.js';
import { type Charge, viewOf } from '../charge.js';
import type { Fault, Switchboard } from '../switchboard.js';
import type { Tally } from '../tally.js';
import { down, type Outcome, Visit } from './door.js';
import { readBody, Unreadable } from './read-body.js';
import { contentDigest } from './signatures.js';

export interface ChargeParts {
  readonly line: BatchLine<BookRequest, Booked>;
  readonly find: (reference: string) => Promise<Charge | null>;
  readonly switchboard: Switchboard;
  readonly tally: Tally;
}

const amount = z.strictObject({ minor: z.int().positive(), currency: z.enum(CURRENCIES) });
const chargeBody = z.strictObject({ reference: z.uuid(), amount, token: z.string().min(1).max(200) });
const refundBody = z.strictObject({ refundId: z.uuid(), reference: z.uuid(), amount });
/** A callback that shall come before the answer is not waited for longer than this. */
const FIRST_WITHIN_MS = 3_000;

/** What the shop asks the bank: charge, ask, void, refund. */
export function chargeRoutes(app: FastifyInstance, parts: ChargeParts): void {
  const { line, find, switchboard, tally } = parts;
  const turnedAway = new Map<string, number>();

  app.post('/charges', async (request, reply) => {
    const wanted = readBody(request.body, chargeBody);
    const { reference } = wanted;
    keyMustBe(request.headers['idempotency-key'], reference);
    const visit = new Visit(switchboard, 'charge', reference);
    if (visit.turnedAway()) return visit.answer(request, reply, down);
    const override = wayOf(visit.rule?.fault);
    const { answer, told } = await line.push({
      type: 'charge',
      ...wanted,
      digest: contentDigest(request.body as Buffer),
      override,
      refusedBefore: turnedAway.get(reference) ?? 0,
    });
    if (answer.kind === 'down') {
      turnedAway.set(reference, (turnedAway.get(reference) ?? 0) + 1);
      switchboard.count('bank-down');
    } else turnedAway.delete(reference);
    if (answer.kind !== 'charge') return visit.answer(request, reply, outcomeOf(answer));
    const { charge, first } = answer;
    tally.charge(charge, first);
    const plan = PLANS[charge.behaviour];
    if (!first && override) visit.giveBack();
    if (first && plan.answer === 'withheld') return visit.withhold(reply);
    if (first && plan.callback === 'before-the-answer' && told) {
      await Promise.race([told, new Promise((resolve) => setTimeout(resolve, FIRST_WITHIN_MS))]);
      switchboard.count('callback-first');
    }
    if (override) return reply.code(statusOf(charge)).send(viewOf(charge));
    return visit.answer(request, reply, { status: statusOf(charge), body: viewOf(charge) });
  });

  app.get<{ Params: { reference: string } }>('/charges/by-reference/:reference', async (request, reply) => {
    const reference = referenceIn(request.params);
    const visit = new Visit(switchboard, 'query', reference);
    if (visit.turnedAway()) return visit.answer(request, reply, down);
    const charge = await find(reference);
    tally.queries += 1;
    return visit.answer(request, reply, charge ? { status: 200, body: viewOf(charge) } : unknown(reference));
  });

  app.post<{ Params: { reference: string } }>(
    '/charges/by-reference/:reference/void',
    async (request, reply) => {
      const reference = referenceIn(request.params);
      const visit = new Visit(switchboard, 'void', reference);
      if (visit.turnedAway()) return visit.answer(request, reply, down);
      const { answer } = await line.push({ type: 'void', reference });
      tally.voids += 1;
      return visit.answer(request, reply, outcomeOf(answer));
    },
  );

  app.post('/refunds', async (request, reply) => {
    const wanted = readBody(request.body, refundBody);
    keyMustBe(request.headers['idempotency-key'], wanted.refundId);
    const visit = new Visit(switchboard, 'refund', wanted.reference);
    if (visit.turnedAway()) return visit.answer(request, reply, down);
    const digest = contentDigest(request.body as Buffer);
    const { answer } = await line.push({ type: 'refund', ...wanted, digest });
    if (answer.kind === 'refund') tally.refund(answer.first);
    return visit.answer(request, reply, outcomeOf(answer));
  });
}

/** 201 decided, 202 not yet, 409 closed before the charge came. */
function statusOf({ state }: Charge): number {
  if (state === 'pending') return 202;
  return state === 'voided' ? 409 : 201;
}

function outcomeOf(answer: BookAnswer): Outcome {
  switch (answer.kind) {
    case 'charge':
      return { status: 200, body: viewOf(answer.charge) };
    case 'refund': {
      const { refundId, reference, bankReference, amount: given } = answer.refund;
      return { status: 201, body: { refundId, reference, bankReference, amount: given, state: 'done' } };
    }
    case 'down':
      return down;
    case 'other-body':
      return { status: 422, body: { error: 'other-body', message: 'This key was used with another body' } };
    case 'refused':
      return { status: 422, body: { error: answer.why, message: 'The charge cannot be refunded so' } };
    case 'done':
      return { status: 200, body: {} };
  }
}

const unknown = (reference: string): Outcome => ({
  status: 404,
  body: { error: 'unknown-charge', message: `No charge ${reference} has come so far` },
});

/** The way that a charge shall go instead of its token's; what happens at the door is not one. */
const wayOf = (fault: Fault | undefined): Behaviour | null => {
  const way = BEHAVIOURS.find((one) => one === fault);
  return way === undefined || way === 'ok' || way === 'bank-down' ? null : way;
};

function referenceIn({ reference }: { readonly reference: string }): string {
  if (!z.uuid().safeParse(reference).success) throw new Unreadable('A reference is a UUID');
  return reference;
}

/** The merchant's own name for the thing is its key, so that asking for it by name and repeating it are one thing. */
function keyMustBe(key: unknown, name: string): void {
  if (key !== name) throw new Unreadable('Idempotency-Key must be the reference of the charge or refund');
}
