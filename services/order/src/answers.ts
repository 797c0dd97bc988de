import { type Keyed, type OrderSnapshot, Problem } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { KeyedAnswer } from './keyed.js';
import { type Order, snapshotOf } from './order.js';
import type { StoredResult } from './workflows/saga/decision.js';

/** What the answering needs: the facts of an order, and a way to wait for its next change. */
export interface Answering {
  readonly load: (orderId: OrderId) => Promise<Order | null>;
  readonly wait: (orderId: OrderId, until: (order: Order) => boolean) => Promise<Order | null>;
}

/** How long a shopper is kept waiting for a decision. */
export const WAIT_MS = 2_000;

const join = (order: Order, at: object): OrderSnapshot => ({ facts: order.facts, ...at }) as OrderSnapshot;

/** The stored result with the facts of its order: the same words every time the key is replayed. */
async function complete<Result>(
  result: StoredResult,
  orderId: OrderId | null,
  load: Answering['load'],
): Promise<Result> {
  if (!('at' in result)) return result as Result;
  const order = orderId ? await load(orderId) : null;
  if (!order) throw new Error(`A key names order ${orderId}, which does not exist`);
  const { at, ...rest } = result;
  const rejection = result.kind === 'rejected' ? { rejection: at.rejection } : {};
  return { ...rest, ...rejection, order: join(order, at) } as Result;
}

interface Waiting<Result> {
  /** True when the saga has decided what was asked. */
  readonly decided: (order: Order) => boolean;
  /** What is said of the order as it stands: decided, or still open after two seconds. */
  readonly say: (order: Order, snapshot: OrderSnapshot) => Result;
}

/** Turns the lane's answer into the action's: waits for the saga where it has to, and replays where it can. */
export async function answerKeyed<Result>(
  keyed: KeyedAnswer,
  waiting: Waiting<Result>,
  answering: Answering,
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
    case 'decided':
      return {
        replayed: keyed.replayed,
        result: await complete<Result>(keyed.result, keyed.orderId, answering.load),
      };
    case 'waiting': {
      const order =
        (await answering.wait(keyed.orderId, waiting.decided)) ?? (await answering.load(keyed.orderId));
      if (!order) throw new Error(`Order ${keyed.orderId} was placed and is not there`);
      return { replayed: false, result: waiting.say(order, join(order, snapshotOf(order.progress))) };
    }
    default:
      throw new Error('An answer of a kind that nobody handles');
  }
}
