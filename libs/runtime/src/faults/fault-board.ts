import { type ActiveFault, FAULTS, type FaultPoint } from '@evenkeel/contracts';
import type { FaultId } from '@evenkeel/kernel';

/** What is at hand when a point is crossed. */
export interface Crossing {
  readonly point: FaultPoint;
  readonly service: string;
  readonly runIds: () => readonly (string | undefined)[];
  /** Monotonic, in milliseconds. */
  readonly now: number;
  /** Between 0 and 1. */
  readonly chance: number;
}

interface Kept {
  readonly fault: ActiveFault;
  readonly until: number;
  fired: number;
  /** The times that others have told of. */
  readonly told: Set<string>;
}

/** The faults that a process knows of, its own and those of others, until each clears itself. Times are monotonic. */
export class FaultBoard {
  readonly #kept = new Map<FaultId, Kept>();

  /** One that is known already keeps what is known of it. */
  add(fault: ActiveFault, now: number): void {
    const known = this.#kept.get(fault.id);
    if (known) known.fired = Math.max(known.fired, fault.fired);
    else
      this.#kept.set(fault.id, {
        fault,
        until: now + fault.remainingMs,
        fired: fault.fired,
        told: new Set(),
      });
  }

  clear(id: FaultId | null): readonly ActiveFault[] {
    const gone = [...this.#kept.values()].filter(({ fault }) => id === null || fault.id === id);
    for (const { fault } of gone) this.#kept.delete(fault.id);
    return gone.map(({ fault }) => fault);
  }

  /** Counts a time that it took effect, once however often that is told; whether the fault is known here. */
  note(id: FaultId, firing: string): boolean {
    const known = this.#kept.get(id);
    if (!known) return false;
    if (!known.told.has(firing)) known.fired += 1;
    known.told.add(firing);
    return true;
  }

  /** What is set now; one that has fired as often as it should is over, and is told of until its time has passed. */
  list(now: number): ActiveFault[] {
    this.#forget(now);
    return [...this.#kept.values()].map(({ fault, until, fired }) => ({
      ...fault,
      fired,
      remainingMs: Math.round(until - now),
    }));
  }

  /** Whether a point of this service can fire. */
  concerns(service: string, now: number): boolean {
    return this.list(now).some((fault) => isFor(fault, service) && fault.fired < fault.count);
  }

  /** The fault that takes effect here, counted as fired. */
  take({ point, service, runIds, now, chance }: Crossing): ActiveFault | null {
    for (const kept of this.#kept.values()) {
      const { fault } = kept;
      if (fault.fault !== point || !isFor(fault, service) || kept.until <= now || kept.fired >= fault.count)
        continue;
      if (fault.runId && !runIds().includes(fault.runId)) continue;
      if (chance >= fault.probability) continue;
      kept.fired += 1;
      return fault;
    }
    return null;
  }

  #forget(now: number): void {
    for (const [id, { until }] of this.#kept) if (until <= now) this.#kept.delete(id);
  }
}

const isFor = ({ fault, at }: ActiveFault, service: string): boolean =>
  FAULTS[fault].by === 'point' && (!at || at === service);
