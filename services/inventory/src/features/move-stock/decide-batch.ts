import { availabilityChanged, availabilityOf } from '@evenkeel/contracts';
import { assertNever, type OrderId, type Sku } from '@evenkeel/kernel';
import type { RoundId } from '../../reservation.js';
import { type Changes, type Loaded, Shelf } from '../../shelf.js';
import { looksDifferent, type StockRow } from '../../stock.js';
import { type Adjusted, type Adjustment, adjust, type History, type UsedKey } from './adjust.js';
import { bringBack } from './bring-back.js';
import { confirm } from './confirm.js';
import { expire, release } from './release.js';
import { reserve, type Try } from './reserve.js';
import { type NewVariant, supply } from './supply.js';
import type { Path, Said } from './verdict.js';

/** Everything that touches stock, in the words of this service. */
export type StockInput =
  | ({ readonly type: 'try' } & Try)
  | ({ readonly type: 'cancel' } & RoundId)
  | ({ readonly type: 'expire' } & RoundId)
  | ({ readonly type: 'confirm' } & RoundId)
  | { readonly type: 'bring-back'; readonly orderId: OrderId }
  | { readonly type: 'supply'; readonly variants: readonly NewVariant[] }
  | ({ readonly type: 'adjust' } & Adjustment);

/** All that the inputs of a batch name, as it was read, and what operators' keys were answered before. */
export interface Knowledge extends Loaded {
  readonly usedKeys: ReadonlyMap<string, UsedKey>;
  readonly history: ReadonlyMap<Sku, History>;
  readonly now: string;
}

/** What a batch comes to; `index` is the place of the input that caused it. */
export interface BatchDecision {
  readonly changes: Changes;
  readonly said: readonly (Said & { readonly index: number })[];
  readonly adjusted: readonly (Adjusted & { readonly index: number })[];
  readonly paths: ReadonlyMap<Path, number>;
}

/**
 * Decides all inputs of a batch in their order of arrival against the rows as they were read. The same inputs and
 * rows give the same decision, so a batch that lost against another writer is read and decided again.
 */
export function decideBatch(knowledge: Knowledge, inputs: readonly StockInput[]): BatchDecision {
  const shelf = new Shelf(knowledge);
  const usedKeys = new Map(knowledge.usedKeys);
  const said: (Said & { index: number })[] = [];
  const adjusted: (Adjusted & { index: number })[] = [];
  const paths = new Map<Path, number>();
  const lastTouch = new Map<Sku, number>();
  let seen = 0;

  for (const [index, input] of inputs.entries()) {
    const path = decideOne(index, input);
    paths.set(path, (paths.get(path) ?? 0) + 1);
    for (; seen < shelf.movements.length; seen += 1) {
      const movement = shelf.movements[seen];
      if (movement) lastTouch.set(movement.sku, index);
    }
  }
  const changes = shelf.changes();
  for (const { row, before } of touched(changes)) {
    if (!looksDifferent(before, row)) continue;
    const data = availabilityOf(row);
    const index = lastTouch.get(row.sku) ?? 0;
    const subject = { aggregateId: row.sku, aggregateVersion: row.version, data };
    said.push({ definition: availabilityChanged, ...subject, index });
  }
  return { changes, said, adjusted, paths };

  function decideOne(index: number, input: StockInput): Path {
    if (input.type === 'adjust') {
      const one = adjust(shelf, input, { ...knowledge, usedKeys });
      const { answer } = one;
      // The same key once more in this batch finds it used.
      if (answer.kind === 'decided')
        usedKeys.set(input.keyName, { bodyHash: input.bodyHash, result: answer.result });
      adjusted.push({ ...one, index });
      return one.path;
    }
    const verdict = judge(shelf, input);
    said.push(...verdict.said.map((event) => ({ ...event, index })));
    return verdict.path;
  }
}

function judge(shelf: Shelf, input: Exclude<StockInput, { type: 'adjust' }>) {
  switch (input.type) {
    case 'try':
      return reserve(shelf, input);
    case 'cancel':
      return release(shelf, input);
    case 'expire':
      return expire(shelf, input);
    case 'confirm':
      return confirm(shelf, input);
    case 'bring-back':
      return bringBack(shelf, input.orderId);
    case 'supply':
      return supply(shelf, input.variants);
    default:
      return assertNever(input);
  }
}

/** One announcement a SKU and batch, however often it moved. */
function touched(changes: Changes): { readonly row: StockRow; readonly before: StockRow | null }[] {
  return [...changes.newStock.map((row) => ({ row, before: null })), ...changes.changedStock];
}
