import { correctBank, type Repaired } from '@evenkeel/contracts';
import type { Money, OrderId } from '@evenkeel/kernel';
import { handles, type Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action } from '@evenkeel/runtime';
import { insertEntries, insertJournals, selectHeldByBank } from '../../store/ledger-store.js';
import { correctionOf } from './correct-bank.js';

interface Held {
  readonly orderId: OrderId;
  readonly currency: string;
  readonly held: number;
}

const repairOf = (inBooks: number, { minor, currency }: Money): Repaired => ({
  needed: inBooks !== minor,
  from: `${inBooks} ${currency} at the bank`,
  to: `${minor} ${currency} at the bank`,
});

/** Corrects the books of a batch of orders; two corrections of one order see each other. */
export const correctBankHandler = handles([correctBank], async (items, work) => {
  const rows = await work.query<Held>(selectHeldByBank(items.map(({ data }) => data.orderId)));
  const held = new Map(rows.map((row) => [`${row.orderId} ${row.currency}`, row.held]));
  for (const item of items) {
    const { orderId, atBank } = item.data;
    const key = `${orderId} ${atBank.currency}`;
    const inBooks = held.get(key) ?? 0;
    const journal = correctionOf({ orderId, atBank, inBooks, sourceEventId: item.id });
    held.set(key, atBank.minor);
    if (journal) {
      work.write(insertJournals([journal]));
      work.write(insertEntries([journal]));
    }
    work.answer(item, repairOf(inBooks, atBank));
  }
});

interface Parts {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'ask'>;
}

/** Says what a correction would be, or has it booked. */
export const correctBankAction = ({ db, messaging }: Parts) =>
  action(correctBank, async (input, { commandId, cause, caller, remainingMs }) => {
    if (!input.dryRun)
      return (await messaging.ask(correctBank, input, { commandId, cause, caller, remainingMs })) as Repaired;
    const rows = await db.query<Held>(selectHeldByBank([input.orderId]));
    const known = rows.find(({ currency }) => currency === input.atBank.currency);
    return repairOf(known?.held ?? 0, input.atBank);
  });
