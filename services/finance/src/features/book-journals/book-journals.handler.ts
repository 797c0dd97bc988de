import { journalPosted } from '@evenkeel/contracts';
import { handles } from '@evenkeel/messaging';
import { insertEntries, insertJournals } from '../../store/ledger-store.js';
import { booked, journalFor } from './book-journals.js';

/** Books a batch of events: one insert of journals, one of entries. Journals commute, so their order does not matter. */
export const bookJournalsHandler = handles(booked, async (items, work) => {
  const journals = items.flatMap((item) => {
    const journal = journalFor(item);
    return journal ? [{ item, journal }] : [];
  });
  if (journals.length === 0) return;
  work.write(insertJournals(journals.map((j) => j.journal)));
  work.write(insertEntries(journals.map((j) => j.journal)));
  for (const { item, journal } of journals) {
    const { kind, orderId, journalId } = journal;
    if (!orderId || (kind !== 'sale' && kind !== 'sale-reversal')) continue;
    const aggregateVersion = kind === 'sale' ? 1 : 2;
    work.emit(
      journalPosted,
      { aggregateId: orderId, aggregateVersion, data: { orderId, journalId, kind } },
      item,
    );
  }
});
