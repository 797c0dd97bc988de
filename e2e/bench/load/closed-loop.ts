import { setTimeout as sleep } from 'node:timers/promises';

/** How long a figure is taken. */
export interface Times {
  /** Run under the same load before anything counts. */
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface Load<Snapshot> extends Times {
  readonly workers: number;
  /** One turn of one worker, which is called again as soon as it is done. Must not reject. */
  readonly turn: (worker: number, window: Window) => Promise<void>;
  /** Taken at both ends of the window. */
  readonly snapshot: () => Snapshot | Promise<Snapshot>;
}

/** What ends while it is open counts. */
export interface Window {
  readonly isOpen: boolean;
}

export interface Measured<Snapshot> {
  readonly seconds: number;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

/**
 * Workers that each begin anew as soon as they are done. Nothing counts before each of them has been through one turn,
 * so that they are at different points of theirs; resolves when the last turns have ended.
 */
export async function closedLoop<Snapshot>(load: Load<Snapshot>): Promise<Measured<Snapshot>> {
  const window = { isOpen: false };
  let stopped = false;
  const first = Array.from({ length: load.workers }, (_, worker) => load.turn(worker, window));
  const all = first.map(async (turn, worker) => {
    await turn;
    while (!stopped) await load.turn(worker, window);
  });
  try {
    await Promise.all([sleep(load.warmUpSeconds * 1_000), ...first]);
    const before = await load.snapshot();
    const begun = performance.now();
    window.isOpen = true;
    await sleep(load.seconds * 1_000);
    window.isOpen = false;
    const seconds = (performance.now() - begun) / 1_000;
    return { seconds, before, after: await load.snapshot() };
  } finally {
    stopped = true;
    await Promise.all(all);
  }
}
