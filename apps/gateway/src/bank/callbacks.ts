import { receiveCallback } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { FastifyInstance } from 'fastify';
import { refuse } from '../refuse.js';

/** Only what the signature needs goes on. */
const PASSED = ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'content-type'] as const;

/** Where the bank calls back. The raw body goes on to payment, which checks the signature over it. */
export function bankCallbacks(app: FastifyInstance, house: Pick<House, 'call'>): void {
  app.post('/callbacks/bank', async (request, reply) => {
    const headers = Object.fromEntries(
      PASSED.flatMap((name) => {
        const value = request.headers[name];
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    const body = (request.body as Buffer | undefined)?.toString('utf8') ?? '';
    const answer = await house.call(receiveCallback, { headers, body });
    if (answer.outcome !== 'refused') return reply.code(204).send();
    return refuse(reply, 401, {
      code: 'CALLBACK_REFUSED',
      message: answer.why ?? 'The signature does not hold',
    });
  });
}
