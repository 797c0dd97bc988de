import type { ActiveFault } from '@evenkeel/contracts';
import type { FaultId } from '@evenkeel/kernel';
import type { FaultWorkshop } from '@evenkeel/runtime';
import { z } from 'zod';
import type { SignedClient } from './signed-client.js';

const switchboard = z.object({ counts: z.record(z.string(), z.number()) });
const nameOf = ({ fault }: ActiveFault): string => fault.slice('bank.'.length);
/** These can happen to every request; all others are ways that a charge goes. */
const ANY_REQUEST = ['bank-down', 'no-answer', 'slow-answer', 'unsigned-answer'];

/** Lets the faults of the bank be set from the house: the bank's own switchboard makes them. */
export function bankFaults(client: Pick<SignedClient, 'send'>): FaultWorkshop {
  /** How often a fault of that name had taken effect when it was set. */
  const before = new Map<FaultId, number>();
  let set: readonly ActiveFault[] = [];

  async function counts(rules?: readonly object[]): Promise<Readonly<Record<string, number>>> {
    const path = '/merchant/switchboard';
    const { status, body } = await client.send(
      rules ? { method: 'PUT', path, body: { rules } } : { method: 'GET', path },
    );
    if (status !== 200) throw new Error(`The switchboard of the bank answered ${status}`);
    return switchboard.parse(body).counts;
  }

  async function fired(): Promise<ReadonlyMap<FaultId, number>> {
    if (set.length === 0) return new Map();
    const now = await counts();
    return new Map(set.map((fault) => [fault.id, (now[nameOf(fault)] ?? 0) - (before.get(fault.id) ?? 0)]));
  }

  return {
    by: 'bank',
    fired,
    async make(faults) {
      const ids = (those: readonly ActiveFault[]) => those.map(({ id }) => id).join();
      if (ids(faults) === ids(set)) return;
      const now = await counts();
      for (const fault of faults)
        if (!before.has(fault.id)) before.set(fault.id, (now[nameOf(fault)] ?? 0) - fault.fired);
      set = faults;
      const done = await fired();
      const left = faults.filter(({ id, count }) => count > (done.get(id) ?? 0));
      await counts(
        left.map((fault) => ({
          fault: nameOf(fault),
          on: ANY_REQUEST.includes(nameOf(fault)) ? 'any' : 'charge',
          times: fault.count - (done.get(fault.id) ?? 0),
          ...(fault.ms ? { delayMs: fault.ms } : {}),
        })),
      );
      for (const id of before.keys()) if (!set.some((fault) => fault.id === id)) before.delete(id);
    },
  };
}
