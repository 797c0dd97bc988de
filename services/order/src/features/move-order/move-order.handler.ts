import { refundPayment, releaseBenefits, releaseStock } from '@evenkeel/contracts';
import { type FaultPoints, handles, type Work } from '@evenkeel/messaging';
import { bodyHash } from '@evenkeel/runtime';
import { answerOfKey, type KeyedAnswer, keyName } from '../../keyed.js';
import type { KeyId, Order } from '../../order.js';
import { publishedChange } from '../../published-change.js';
import { insertKeys, type KeyRow, type NewKey, selectKeys, settleKeys } from '../../store/key-store.js';
import {
  type OrderRow,
  type StoredOrder,
  selectOrders,
  toStoredOrder,
  updateOrders,
} from '../../store/order-store.js';
import { insertChanges, type PublishedRow } from '../../store/published-store.js';
import type { Decision, Settled } from '../../workflows/saga/decision.js';
import { decide } from '../../workflows/saga/saga.js';
import type { Timing } from '../../workflows/saga/timing.js';
import { type AskItem, answerOf, isAsk } from './asks.js';
import { deadlinePassed, type MovingItem, moving, toSagaInput } from './inputs.js';

interface Parts {
  readonly faults: FaultPoints;
  readonly payWithinSeconds: number;
  readonly lastCallSeconds: number;
  /** Called after the commit with every key that got its result. */
  readonly onSettled: (settled: readonly Settled[]) => void;
}

/** Moves the orders of a batch: loads each once, folds all its inputs in order of arrival, saves each once. */
export const moveOrderHandler = (parts: Parts) =>
  handles(moving, async (items, work) => {
    const { faults } = parts;
    if (faults.armed && items.some(isAnswer)) await faults.cross('saga.between-steps', runIdsOf(items));
    const batch = await load(work, items, parts);
    for (const item of items) moveOne(batch, item, work);
    if (faults.armed && batch.givesBack) await faults.cross('saga.compensating', runIdsOf(items));
    save(batch, work);
    const { settled } = batch;
    if (settled.length > 0) work.afterCommit(() => parts.onSettled(settled));
  });

const GIVE_BACK: readonly string[] = [releaseStock, releaseBenefits, refundPayment].map(({ type }) => type);
const runIdsOf = (items: readonly MovingItem[]) => () => items.map(({ cause }) => cause.runId);
/** Somebody did, or could not do, what a step asked for. */
const isAnswer = (item: MovingItem): boolean => !isAsk(item) && item.type !== deadlinePassed.type;

class Batch {
  givesBack = false;
  readonly orders: Map<string, StoredOrder>;
  readonly keys: Map<string, KeyRow>;
  readonly timing: Timing;
  readonly newKeys: NewKey[] = [];
  readonly settled: Settled[] = [];
  readonly published: PublishedRow[] = [];
  readonly #before: ReadonlyMap<string, StoredOrder>;

  constructor(orders: readonly StoredOrder[], keys: readonly KeyRow[], timing: Timing) {
    this.orders = new Map(orders.map((stored) => [stored.order.facts.orderId, stored]));
    this.#before = new Map(this.orders);
    this.keys = new Map(keys.map((row) => [keyName(row), row]));
    this.timing = timing;
  }

  changed(): StoredOrder[] {
    return [...this.orders.values()].filter(
      (stored) => this.#before.get(stored.order.facts.orderId)?.order.progress !== stored.order.progress,
    );
  }
}

async function load(work: Work, items: readonly MovingItem[], parts: Parts): Promise<Batch> {
  const ids = [...new Set(items.map((item) => item.data.orderId))];
  const asks = items.filter(isAsk);
  const [rows, keys, clock] = await Promise.all([
    work.query<OrderRow>(selectOrders(ids)),
    asks.length > 0 ? work.query<KeyRow>(selectKeys(asks.map(keyOf))) : [],
    work.query<{ now: Date }>({ name: 'now', text: 'select now() as now' }),
  ]);
  const { payWithinSeconds, lastCallSeconds } = parts;
  const timing = { now: clock[0]?.now ?? new Date(0), payWithinSeconds, lastCallSeconds };
  return new Batch(rows.map(toStoredOrder), keys, timing);
}

function keyOf(item: AskItem): KeyId {
  if (!item.caller) throw new Error(`${item.type} came without a caller`);
  return { caller: item.caller.sub, operation: item.type.slice('order.'.length), key: item.data.key };
}

function moveOne(batch: Batch, item: MovingItem, work: Work): void {
  if (isAsk(item)) {
    const row = batch.keys.get(keyName(keyOf(item)));
    if (row) {
      answer(work, item, answerOfKey(row, bodyHash(item.data)));
      return;
    }
  }
  const stored = batch.orders.get(item.data.orderId);
  // Another shopper's order is answered exactly as one that was never placed.
  if (!stored || (isAsk(item) && stored.order.facts.customerId !== item.caller?.sub)) {
    if (!isAsk(item))
      throw new Error(`${item.type} is about order ${item.data.orderId}, which does not exist`);
    answer(work, item, { kind: 'not-found' });
    return;
  }
  const input = toSagaInput(item);
  if (!input) return;
  const before = stored.order;
  const decision = decide(before, input, batch.timing);
  batch.orders.set(item.data.orderId, { ...stored, order: decision.order });
  say(batch, decision, { item, work });
  batch.settled.push(...decision.settled);
  if (isAsk(item)) settleAsk(batch, item, { before, decision, work });
}

function say(
  batch: Batch,
  decision: Decision,
  { item, work }: { readonly item: MovingItem; readonly work: Work },
): void {
  const { facts, progress } = decision.order;
  const aggregateId = facts.orderId;
  const { now } = batch.timing;
  for (const { definition, data } of decision.effects) {
    if (GIVE_BACK.includes(definition.type)) batch.givesBack = true;
    if (definition.owner !== 'order') {
      work.emit(definition, { aggregateId, aggregateVersion: progress.version, data: data as never }, item);
      continue;
    }
    const version = versionOf(definition.type, decision);
    const change = publishedChange(facts, { type: definition.type, version, data: data as object }, now);
    const subject = { aggregateId, aggregateVersion: version, data: data as never, occurredAt: change.at };
    work.emit(definition, subject, item);
    batch.published.push({ orderId: facts.orderId, ...change });
  }
}

/** A step may publish two changes at once; each event carries the version that it made. */
function versionOf(type: string, decision: Decision): number {
  const own = decision.effects.filter((e) => e.definition.owner === 'order').map((e) => e.definition.type);
  return decision.order.progress.version - (own.length - 1 - own.indexOf(type));
}

function settleAsk(
  batch: Batch,
  item: AskItem,
  moved: { before: Order; decision: Decision; work: Work },
): void {
  const key = keyOf(item);
  const keyed = answerOf(item, moved.before, moved.decision, batch.timing);
  const result = keyed.kind === 'decided' ? keyed.result : null;
  const hash = bodyHash(item.data);
  const orderId = item.data.orderId;
  batch.newKeys.push({ ...key, bodyHash: hash, orderId, result });
  batch.keys.set(keyName(key), {
    ...key,
    body_hash: hash,
    order_id: orderId,
    result: result ? JSON.stringify(result) : null,
  });
  answer(moved.work, item, keyed);
}

const answer = (work: Work, item: AskItem, keyed: KeyedAnswer): void => work.answer(item, keyed);

function save(batch: Batch, work: Work): void {
  const changed = batch.changed();
  if (changed.length > 0) work.write(updateOrders(changed));
  if (batch.published.length > 0) work.write(insertChanges(batch.published));
  if (batch.newKeys.length > 0) work.write(insertKeys(batch.newKeys));
  if (batch.settled.length > 0) work.write(settleKeys(batch.settled));
}
