import { type Keyed, type OrderSnapshot, Problem } from '@evenkeel/contracts';
import { assertNever, type OrderId } from '@evenkeel/kernel';
import type { KeyedAnswer } from './keyed.js';
import { type KeyId, type Order, snapshotOf } from './order.js';
import type { Settled, StoredResult } from './workflows/saga/decision.js';

/** What the answering needs: the facts of an order, and a way to wait for the result of a key. */
export interface Answering {
  readonly load: (orderId: OrderId) => Promise<Order | null>;
  readonly wait: (key: KeyId) => Promise<Settled | null>;
}

/** How long a shopper is kept waiting for a decision. */
export const WAIT_MS = 2_000;

interface Asked<Result> {
  readonly key: KeyId;
  /** What is said of an order whose saga has not decided within two seconds. */
  readonly open: (order: OrderSnapshot) => Result;
}

/** Turns the lane's answer into the action's: waits for the saga where it has to, and replays where it can. */
export async function answerKeyed<Result>(
  keyed: KeyedAnswer,
  { key, open }: Asked<Result>,
  { load, wait }: Answering,
): Promise<Keyed<Result>> {
  switch (keyed.kind) {
    case 'key-reused':
      throw new Problem(
        'house.key-reused',
        'This idempotency key was used before with another body; use a new key',
      );
    case 'in-progress':
      throw new Problem('house.key-in-progress', 'The first request with this key is not decided yet', {
        retryAfter: 1,
      });
    case 'not-found':
      return { replayed: false, result: { kind: 'not-found' } as Result };
    case 'decided': {
      const { result, orderId, replayed } = keyed;
      const order = 'at' in result && orderId ? await load(orderId) : null;
      return { replayed, result: complete<Result>(result, order) };
    }
    case 'waiting': {
      const settled = await wait(key);
      if (settled) return { replayed: false, result: complete<Result>(settled.result, settled.order) };
      const order = await load(keyed.orderId);
      if (!order) throw new Error(`Order ${keyed.orderId} was placed and is not there`);
      return { replayed: false, result: open(join(order, snapshotOf(order.progress))) };
    }
    default:
      return assertNever(keyed);
  }
}

/** The stored result with the facts of its order: the same words for who waited and for every replay of the key. */
function complete<Result>(result: StoredResult, order: Order | null): Result {
  if (!('at' in result)) return result as Result;
  if (!order) throw new Error(`The result ${result.kind} is about an order that does not exist`);
  const { at, ...rest } = result;
  const rejection = result.kind === 'rejected' ? { rejection: at.rejection } : {};
  return { ...rest, ...rejection, order: join(order, at) } as Result;
}

const join = (order: Order, at: object): OrderSnapshot => ({ facts: order.facts, ...at }) as OrderSnapshot;
