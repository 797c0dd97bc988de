import type { FaultPoint } from '@evenkeel/contracts';

/** What the house knows of the run that a piece of work belongs to. */
export type RunIds = () => readonly (string | undefined)[];

/** The points of a process at which a fault can happen. */
export interface FaultPoints {
  /** False while no fault is set here: all that a point costs then is asking for this. */
  readonly armed: boolean;
  /**
   * Lets a fault that is set for this point take effect: it may never resolve, resolve late, or reject with
   * `FaultInjected`. `runIds` are those of the work at hand, asked for only when a fault is limited to one.
   */
  cross(point: FaultPoint, runIds?: RunIds): Promise<void>;
}

/** Thrown by a point whose fault is an error. */
export class FaultInjected extends Error {
  override readonly name = 'FaultInjected';
}

/** For processes that nothing shall happen to. */
export const NO_FAULTS: FaultPoints = { armed: false, cross: () => Promise.resolve() };
