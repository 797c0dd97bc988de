import type { Database } from '@evenkeel/postgres';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type SettlementLine, selectSettlement } from '../store/settlement-store.js';
import { Unreadable } from './read-body.js';

/** The daily file: one line of JSON for each capture and refund of a day (UTC), oldest first. */
export function settlementRoutes(app: FastifyInstance, db: Database): void {
  app.get<{ Params: { date: string } }>('/settlements/:date', async (request, reply) => {
    const date = z.iso.date().safeParse(request.params.date);
    if (!date.success) throw new Unreadable('A date is written YYYY-MM-DD');
    const lines = await db.query<SettlementLine>(selectSettlement(date.data));
    return reply.type('application/x-ndjson').send(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  });
}
