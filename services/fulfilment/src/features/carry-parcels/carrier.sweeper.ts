import type { FaultPoints, Messaging } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { anyDue } from '../../store/shipment-store.js';
import { carrierRound } from '../move-shipments/inputs.js';

/** Parcels that the carrier takes at a time. */
const LOAD = 250;

export interface CarrierRounds {
  readonly db: Database;
  readonly messaging: Pick<Messaging, 'tell'>;
  readonly faults: FaultPoints;
  readonly load?: number;
}

/**
 * Lets the carrier come until nothing is due. What is due was written down with the step before it, so a step that
 * was missed, by a process that died or a database that was away, is done at the next round. Resolves to the number
 * of parcels that were due.
 */
export const carrierRounds =
  ({ db, messaging, faults, load = LOAD }: CarrierRounds) =>
  async (): Promise<number> => {
    const [due] = await db.query(anyDue);
    if (!due) return 0;
    if (faults.armed) await faults.cross('sweeper.found');
    for (let moved = 0; ; ) {
      const found = (await messaging.tell(carrierRound, { limit: load })) as number;
      moved += found;
      if (found < load) return moved;
    }
  };
