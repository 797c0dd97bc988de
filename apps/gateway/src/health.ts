import type { HouseConfig } from '@evenkeel/runtime';
import type { FastifyInstance } from 'fastify';
import { request } from 'undici';

/** The public `/healthz`, `/readyz` and `/metrics`: what the process's inner door says. */
export function publicHealth(app: FastifyInstance, config: HouseConfig): void {
  const inner = `http://${config.healthHost}:${config.healthPort}`;
  for (const path of ['/healthz', '/readyz', '/metrics']) {
    app.get(path, async (_, reply) => {
      const answer = await request(`${inner}${path}`);
      reply.code(answer.statusCode).header('content-type', answer.headers['content-type'] ?? 'text/plain');
      return reply.send(await answer.body.text());
    });
  }
}
