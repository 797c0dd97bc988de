import { getFirstPaymentDay, listSettlement } from '@evenkeel/contracts';
import type { Database } from '@evenkeel/postgres';
import type { House } from '@evenkeel/runtime';
import { endOfFile, saveLines, selectUnsettledDay } from '../../store/settlement-store.js';

const DAY_MS = 86_400_000;

/** Takes over the bank's daily files, from the last one that may have changed since to today's. */
export async function readSettlement(db: Database, call: House['call']): Promise<void> {
  const { first, today } = await call(getFirstPaymentDay, {});
  const [known] = await db.query<{ day: string | null }>(selectUnsettledDay);
  for (const date of daysBetween(known?.day ?? first ?? today, today)) await readDay(date);

  async function readDay(date: string): Promise<void> {
    let lines = 0;
    for (let from: number | null = 1; from !== null; ) {
      const piece: { lines: readonly Parameters<typeof saveLines>[1][number][]; next: number | null } =
        await call(listSettlement, { date, from });
      if (piece.lines.length > 0) await db.query(saveLines(date, piece.lines));
      lines += piece.lines.length;
      from = piece.next;
    }
    await db.query(endOfFile(date, lines));
  }
}

function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
