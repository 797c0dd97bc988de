import { type EventId, newId } from '@evenkeel/kernel';
import { handles, type Meter, type Work } from '@evenkeel/messaging';
import { bodyHash } from '@evenkeel/runtime';
import { insertAudit, insertKeys, keyName } from '../../store/key-store.js';
import { saveReservations } from '../../store/reservation-store.js';
import { saveStock } from '../../store/stock-store.js';
import { type BatchDecision, decideBatch, type StockInput } from './decide-batch.js';
import { type AdjustItem, isAdjustment, moving, type StockItem, toStockInput } from './inputs.js';
import { type AskedKey, load } from './load.handler.js';

/**
 * Everything that touches stock: the batch is the unit of work (consistency.md §2). All rows that it names are read
 * with their versions, all items are decided in order of arrival by one pure function, and all is written in one
 * transaction, which fails and is decided again if any of those versions has moved.
 */
export const moveStockHandler = (meter: Pick<Meter, 'count'>) =>
  handles(moving, async (items, work) => {
    const keys = items.filter(isAdjustment).map(keyOf);
    const wanted = items.map(toInput);
    const decision = decideBatch(await load(work, wanted, keys), wanted);
    for (const statement of saveStock(decision.changes)) work.write(statement);
    for (const statement of saveReservations(decision.changes)) work.write(statement);
    for (const { definition, index, ...subject } of decision.said) {
      work.emit(definition, subject, itemAt(items, index));
    }
    answerAdjustments(items, decision, work);
    work.afterCommit(() => {
      for (const [path, times] of decision.paths) meter.count('stock_inputs_total', { path }, times);
    });
  });

function itemAt(items: readonly StockItem[], index: number): StockItem {
  const item = items[index];
  if (!item) throw new Error(`A batch of ${items.length} has no item ${index}`);
  return item;
}

function keyOf(item: AdjustItem): AskedKey {
  if (!item.caller) throw new Error('adjust-stock came without a caller');
  return { caller: item.caller.sub, operation: 'adjust-stock', key: item.data.key };
}

const toInput = (item: StockItem): StockInput =>
  isAdjustment(item) ? toAdjustment(item) : toStockInput(item);

function toAdjustment(item: AdjustItem): StockInput {
  const { sku, delta, reason } = item.data;
  return {
    type: 'adjust',
    keyName: keyName(keyOf(item)),
    bodyHash: bodyHash(item.data),
    sku,
    delta,
    reason,
  };
}

/** Answers operators, and writes key and audit entry beside the change itself. */
function answerAdjustments(items: readonly StockItem[], { adjusted }: BatchDecision, work: Work): void {
  const done = adjusted.map(({ index, ...one }) => ({ ...one, item: itemAt(items, index) as AdjustItem }));
  for (const { item, answer } of done) work.answer(item, answer);
  const keys = done.flatMap(({ item, answer }) =>
    answer.kind === 'decided' && !answer.replayed
      ? [{ ...keyOf(item), bodyHash: bodyHash(item.data), result: JSON.stringify(answer.result) }]
      : [],
  );
  if (keys.length > 0) work.write(insertKeys(keys));
  const entries = done.flatMap(({ item, change }) => {
    if (!change) return [];
    const { caller: who, operation: what } = keyOf(item);
    const { sku: subject, reason } = item.data;
    return [
      { id: newId<EventId>(), who, what, subject, from: String(change.from), to: String(change.to), reason },
    ];
  });
  if (entries.length > 0) work.write(insertAudit(entries));
}
