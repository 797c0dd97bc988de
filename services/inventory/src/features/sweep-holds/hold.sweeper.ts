import type { OrderStateName } from '@evenkeel/contracts';
import type { OrderId } from '@evenkeel/kernel';
import type { FaultPoints, Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import type { RoundId } from '../../reservation.js';
import { type HeldRow, selectHeld } from '../../store/list-store.js';
import { holdOverdue } from '../move-stock/inputs.js';
import { isOver } from './judge-hold.js';

/** Orders that `order` can be asked for at once. */
const PAGE = 100;
/** Every so many sweeps begin at the first order: for old orders that were held once more. */
const WHOLE_WALK_EVERY = 60;
/** Ten minutes in order numbers: a number given out by a slow clock is not walked past. */
const LOOK_BACK = 600_000n << 22n;

export interface HoldSweep {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'tell'>;
  readonly faults: FaultPoints;
  /** The states of orders by number, null for those that were never placed. Throws when `order` does not answer. */
  readonly askOrders: (
    orderIds: OrderId[],
  ) => Promise<readonly ({ readonly orderId: OrderId; readonly state: OrderStateName } | null)[]>;
}

/**
 * The safety net under `order`, which gives back what it has no use for: walks over what is held, asks `order` about
 * the holds past their expiry, and puts those whose order has ended into the lane. Order numbers grow with time, so
 * the walk begins where the last one found its oldest hold and ends where nothing is overdue; no index is needed.
 * Resolves to the number of holds that were given back.
 */
export function holdSweeper({ db, messaging, faults, askOrders }: HoldSweep): () => Promise<number> {
  let oldest: bigint = 0n;
  let sweeps = 0;
  return async () => {
    if (sweeps % WHOLE_WALK_EVERY === 0) oldest = 0n;
    sweeps += 1;
    let after: RoundId = { orderId: oldest.toString() as OrderId, round: 0 };
    let first: bigint | null = null;
    let given = 0;
    for (;;) {
      const held = await db.query<HeldRow>(selectHeld(after, PAGE));
      first ??= held[0] ? BigInt(held[0].orderId) : null;
      const due = held.filter((hold) => hold.due);
      given += await giveBack(due);
      const last = held[held.length - 1];
      if (!last || held.length < PAGE || due.length === 0) break;
      after = { orderId: last.orderId, round: last.round };
    }
    if (first !== null) oldest = first > LOOK_BACK ? first - LOOK_BACK : 0n;
    return given;
  };

  async function giveBack(due: readonly HeldRow[]): Promise<number> {
    if (due.length === 0) return 0;
    const states = await askOrders([...new Set(due.map(({ orderId }) => orderId))]);
    const known = new Map(states.flatMap((order) => (order ? [[order.orderId, order.state] as const] : [])));
    const over = due.filter(({ orderId, dueForAnHour }) => isOver(known.get(orderId) ?? null, dueForAnHour));
    if (faults.armed && over.length > 0) await faults.cross('sweeper.found');
    await Promise.all(over.map(({ orderId, round }) => messaging.tell(holdOverdue, { orderId, round })));
    return over.length;
  }
}
