import type { ActiveFault } from '@evenkeel/contracts';
import type { FaultId } from '@evenkeel/kernel';
import type { FaultWorkshop } from '@evenkeel/runtime/faults';

/** The time for which a fault stands. */
export interface Life {
  /** Aborted when that time is over, or the fault was cleared. */
  readonly signal: AbortSignal;
  /** It took effect once more. */
  fired(): void;
}

/** Makes a fault happen as often as it should while it lives; whatever it did is undone when this resolves or rejects. */
export type Making = (life: Life) => Promise<void>;

interface Begun {
  readonly count: { fired: number };
  readonly over: AbortController;
  readonly ended: Promise<void>;
}

/**
 * The faults that are made from outside a process. `plan` says how one is made, and throws with the reason when it
 * cannot be; `onError` is told when one went wrong later.
 */
export function launcherFaults(
  plan: (fault: ActiveFault) => Making,
  onError: (error: unknown) => void,
): FaultWorkshop {
  const begun = new Map<FaultId, Begun>();

  function begin(fault: ActiveFault): Begun {
    const making = plan(fault);
    const count = { fired: fault.fired };
    const over = new AbortController();
    const { signal } = over;
    async function live(): Promise<void> {
      try {
        await making({
          signal,
          fired() {
            count.fired += 1;
          },
        });
      } catch (error) {
        // What it was waiting for ends with it.
        if (!signal.aborted) onError(error);
      }
    }
    return { count, over, ended: live() };
  }

  return {
    by: 'launcher',
    fired: async () => new Map([...begun].map(([id, { count }]) => [id, count.fired])),
    async make(faults) {
      const gone = [...begun].filter(([id]) => !faults.some((fault) => fault.id === id));
      for (const [id, { over }] of gone) {
        begun.delete(id);
        over.abort();
      }
      for (const fault of faults) if (!begun.has(fault.id)) begun.set(fault.id, begin(fault));
      await Promise.all(gone.map(([, { ended }]) => ended));
    },
  };
}
