import type { FastifyInstance } from 'fastify';
import type { Courier } from '../callbacks/courier.js';
import { ruleList, type Switchboard } from '../switchboard.js';
import type { Tally } from '../tally.js';
import { readBody } from './read-body.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Keeps everybody out but programs on the same machine. */
export function onlyFromThisMachine(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    // A page of another site cannot leave its origin out.
    if (LOOPBACK.has(request.socket.remoteAddress ?? '') && request.headers.origin === undefined) return;
    return reply.code(404).send({ error: 'unknown', message: 'There is nothing here' });
  });
}

/** Faults on demand, in the demo alone. */
export function switchboardRoutes(
  app: FastifyInstance,
  parts: { readonly switchboard: Switchboard; readonly tally: Tally; readonly courier: Courier },
): void {
  const { switchboard, tally, courier } = parts;
  const state = () => ({
    ...switchboard.state(),
    seen: { ...tally },
    callbacks: { ...courier.counts, underway: courier.waiting },
  });

  app.get('/switchboard', () => state());
  app.put('/switchboard', async (request) => {
    switchboard.set(readBody(request.body, ruleList).rules);
    return state();
  });
  app.delete('/switchboard', async () => {
    switchboard.clear();
    return state();
  });
}
