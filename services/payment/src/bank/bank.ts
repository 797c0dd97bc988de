import { money, Problem } from '@evenkeel/contracts';
import { type AttemptId, CURRENCIES } from '@evenkeel/kernel';
import { z } from 'zod';
import type { Attempt, BankStatement, Refund } from '../attempt.js';
import type { SignedClient } from './signed-client.js';

/** What the bank answers about a charge. */
export const chargeAnswer = z.object({
  reference: z.string(),
  state: z.enum(['captured', 'declined', 'pending', 'voided']),
  taken: money.nullish(),
  fee: money.nullish(),
  bankReference: z.string().nullish(),
  reason: z.string().nullish(),
  capturedAt: z.iso.datetime().nullish(),
});

const refundAnswer = z.object({ bankReference: z.string().min(1) });

/** What the settlement file says in one line. */
const settled = z.object({
  type: z.enum(['capture', 'refund']),
  reference: z.uuid(),
  amount: z.int(),
  currency: z.enum(CURRENCIES),
  at: z.iso.datetime(),
});
export type SettledLine = z.infer<typeof settled>;
const settledLines = z.object({ lines: z.array(settled) });

/** The edge to the bank. Nothing here throws for what the bank does: no answer is a statement too. */
export interface Bank {
  charge(attempt: Attempt): Promise<BankStatement>;
  query(attempt: Pick<Attempt, 'attemptId'>): Promise<BankStatement>;
  close(attempt: Pick<Attempt, 'attemptId'>): Promise<BankStatement>;
  refund(refund: Refund): Promise<RefundStatement>;
  /** A piece of the settlement file of a day, from a line on. Throws when the bank does not give it. */
  settlement(date: string, from: number): Promise<readonly SettledLine[]>;
}

/** Done under this reference; or not surely done, and why. */
export type RefundStatement =
  | { readonly status: 'done'; readonly bankReference: string }
  | { readonly status: 'no-answer'; readonly why: string };

/** A charge of the bank in our words. */
export function toStatement(body: unknown): BankStatement {
  const parsed = chargeAnswer.safeParse(body);
  if (!parsed.success) return { status: 'no-answer', why: 'the bank answered something unreadable' };
  const { state: status, taken, fee, bankReference, reason, capturedAt: at } = parsed.data;
  switch (status) {
    case 'captured':
      return taken && fee && bankReference && at
        ? { status, taken, fee, bankReference, at }
        : { status: 'no-answer', why: 'the bank says captured and not what' };
    case 'declined':
      return { status, reason: reason ?? null };
    default:
      return { status };
  }
}

export function connectBank(client: SignedClient): Bank {
  const path = (attemptId: AttemptId) => `/charges/by-reference/${attemptId}`;

  async function ask(
    method: 'GET' | 'POST',
    url: string,
    body?: { key: string; data: object },
  ): Promise<BankStatement> {
    try {
      const answer = await client.send({
        method,
        path: url,
        ...(body ? { body: body.data, idempotencyKey: body.key } : {}),
      });
      if (answer.status === 404) return { status: 'not-found' };
      if (answer.status >= 500) return { status: 'no-answer', why: `the bank answered ${answer.status}` };
      return toStatement(answer.body);
    } catch (error) {
      return { status: 'no-answer', why: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    charge: ({ attemptId, amount, token }) =>
      ask('POST', '/charges', { key: attemptId, data: { reference: attemptId, amount, token } }),
    query: ({ attemptId }) => ask('GET', path(attemptId)),
    close: ({ attemptId }) => ask('POST', `${path(attemptId)}/void`, { key: `void-${attemptId}`, data: {} }),
    async settlement(date, from) {
      const answer = await client.send({ method: 'GET', path: `/settlements/${date}/lines/${from}` });
      if (answer.status !== 200)
        throw new Problem('house.unavailable', `The bank answered ${answer.status} instead of its file`);
      return settledLines.parse(answer.body).lines;
    },
    async refund({ refundId, attemptId, amount }) {
      try {
        const answer = await client.send({
          method: 'POST',
          path: '/refunds',
          idempotencyKey: refundId,
          body: { refundId, reference: attemptId, amount },
        });
        const parsed = refundAnswer.safeParse(answer.body);
        if (answer.status < 300 && parsed.success) return { status: 'done', ...parsed.data };
        return { status: 'no-answer', why: `the bank answered ${answer.status}` };
      } catch (error) {
        return { status: 'no-answer', why: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
