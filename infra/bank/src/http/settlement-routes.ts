import type { Database } from '@evenkeel/postgres';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type SettlementLine, selectSettlement, selectSettlementFrom } from '../store/settlement-store.js';
import { Unreadable } from './read-body.js';

/** Lines of one piece. */
const PIECE = 500;
const pieceOfFile = z.object({ date: z.iso.date(), from: z.coerce.number().int().min(1) });

/** The daily file: one line of JSON for each capture and refund of a day (UTC), oldest first. */
export function settlementRoutes(app: FastifyInstance, db: Database): void {
  app.get<{ Params: { date: string } }>('/settlements/:date', async (request, reply) => {
    const date = z.iso.date().safeParse(request.params.date);
    if (!date.success) throw new Unreadable('A date is written YYYY-MM-DD');
    const lines = await db.query<SettlementLine>(selectSettlement(date.data));
    return reply.type('application/x-ndjson').send(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  });
  /** The same file a piece at a time, from a line on; lines are counted from 1. */
  app.get<{ Params: { date: string; from: string } }>('/settlements/:date/lines/:from', async (request) => {
    const place = pieceOfFile.safeParse(request.params);
    if (!place.success) throw new Unreadable('A date is written YYYY-MM-DD, and lines are counted from 1');
    const { date, from } = place.data;
    return { lines: await db.query<SettlementLine>(selectSettlementFrom(date, from, PIECE)) };
  });
}
