import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerSigner, NotBelieved, requestVerifier, type SignedRequest } from './signatures.js';

interface Keys {
  readonly shopSecret: string;
  readonly bankSecret: string;
  readonly onRefused: (why: string) => void;
}

/** Everything in this scope is only for the shop: its requests are checked before anything else, answers are signed. */
export function signedScope(app: FastifyInstance, keys: Keys): void {
  const verify = requestVerifier(keys.shopSecret);
  const sign = answerSigner(keys.bankSecret);
  app.decorateRequest('believed', null);
  app.decorateRequest('unsigned', false);

  app.addHook('preHandler', async (request, reply) => {
    const signed = asSigned(request);
    try {
      await verify(signed, (request.body as Buffer | undefined) ?? Buffer.alloc(0));
      request.believed = signed;
    } catch (error) {
      if (!(error instanceof NotBelieved)) throw error;
      keys.onRefused(error.message);
      return reply.code(401).send({ error: 'not-believed', message: error.message });
    }
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (!request.believed || request.unsigned) return payload;
    const body = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : '';
    reply.headers(await sign({ status: reply.statusCode, body }, request.believed));
    return payload;
  });
}

function asSigned(request: FastifyRequest): SignedRequest {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    method: request.method,
    url: `http://${request.headers.host ?? ''}${request.url}`,
    headers: Object.fromEntries(headers),
  };
}
