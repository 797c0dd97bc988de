import { type ActiveFault, FAULTS, type FaultMaker, type FaultReport } from '@evenkeel/contracts';
import { type Clock, type FaultId, newId } from '@evenkeel/kernel';
import {
  askForFaults,
  FaultInjected,
  type FaultPoints,
  hearOfFaults,
  type Log,
  type Meter,
  type NatsConnection,
  tellFired,
} from '@evenkeel/messaging';
import { FaultBoard } from './fault-board.js';

/** Makes faults of a kind that a process has the means for, such as those of the bank. */
export interface FaultWorkshop {
  readonly by: FaultMaker;
  /** Brings about exactly these; called after each change. Throws with the reason when one cannot be made. */
  make(faults: readonly ActiveFault[]): Promise<void>;
  /** How often each took effect, by id, where the process itself does not see it. */
  fired?(): Promise<ReadonlyMap<FaultId, number>>;
}

interface FaultParts {
  readonly nats: NatsConnection;
  readonly log: Log;
  readonly meter: Meter;
  readonly service: string;
  readonly instance: string;
}

/** The faults of a process. */
export interface Faults extends FaultPoints {
  /** From now on this process makes the faults of a kind. */
  offer(workshop: FaultWorkshop): void;
}

interface OpenFaults extends Faults {
  /** Ends every fault that is made here. The bus was left before, so that no more are heard of. */
  close(): Promise<void>;
}

const LOOK_EVERY_MS = 250;

/**
 * Opens the points of this process to whoever sets faults on the bus. Every process keeps every fault until it clears
 * itself; one that starts asks the others, so that what is to happen five times happens five times. A process that gives
 * no clock has no points either: it only makes the faults that it offers. Never called in a production.
 */
export function openFaults(parts: FaultParts, clock?: SkewedClock): OpenFaults {
  const { nats, log, meter, service } = parts;
  const board = new FaultBoard();
  const workshops: FaultWorkshop[] = [];
  const now = () => performance.now();
  let armed = false;
  /** How many faults stood on the board when it was last acted upon. */
  let known = 0;

  async function changed(): Promise<void> {
    const faults = board.list(now());
    known = faults.length;
    armed = clock !== undefined && board.concerns(service, now());
    meter.gauge('faults_active', {}, faults.length);
    clock?.skewBy(skewFor(service, faults));
    for (const workshop of workshops)
      await workshop.make(faults.filter(({ fault }) => FAULTS[fault].by === workshop.by));
  }

  function look(): void {
    changed().catch((error: unknown) => log.error({ err: error }, 'A fault could not be made or ended'));
  }

  async function report(refusal: string | null = null): Promise<FaultReport> {
    const counts = await Promise.all(workshops.map((workshop) => workshop.fired?.()));
    const seen = (id: FaultId) => Math.max(0, ...counts.map((fired) => fired?.get(id) ?? 0));
    const faults = board
      .list(now())
      .map((fault) => ({ ...fault, fired: Math.max(fault.fired, seen(fault.id)) }));
    return { service, instance: parts.instance, faults, refusal };
  }

  /** A process that dies of a fault waits for this: else it would die of it again when it is back. */
  async function tell({ id, fault }: ActiveFault): Promise<void> {
    try {
      const heard = await tellFired(nats, { id, instance: parts.instance, firing: newId() });
      if (!heard) log.warn({ fault, id }, 'Nobody heard that a fault took effect here');
    } catch (error) {
      log.warn({ err: error, fault, id }, 'Could not tell that a fault took effect here');
    }
  }

  /** Who makes a fault answers for it; all others only remember it. */
  const isMine = ({ fault, at }: ActiveFault): boolean => {
    const { by } = FAULTS[fault];
    if (workshops.some((workshop) => workshop.by === by)) return true;
    return clock !== undefined && (by === 'point' || by === 'clock') && (!at || at === service);
  };

  hearOfFaults(
    nats,
    {
      async set(fault) {
        board.add(fault, now());
        if (!isMine(fault)) {
          look();
          return null;
        }
        try {
          await changed();
          // A clock is wrong from the moment that it is set wrong.
          if (fault.fault === 'clock.skew') board.note(fault.id, newId());
          return await report();
        } catch (error) {
          board.clear(fault.id);
          look();
          return report(error instanceof Error ? error.message : String(error));
        }
      },
      async clear(id) {
        board.clear(id);
        await changed();
        return report();
      },
      list: () => report(),
      fired(news) {
        if (news.instance === parts.instance || !board.note(news.id, news.firing)) return false;
        look();
        return true;
      },
    },
    (error) => log.warn({ err: error }, 'A word about faults was not understood'),
  );
  const timer = setInterval(() => {
    // The last one may just have cleared itself: that is acted upon too.
    if (board.list(now()).length > 0 || known > 0) look();
  }, LOOK_EVERY_MS);
  timer.unref();

  void askForFaults(nats)
    .then((reports) => {
      for (const { faults } of reports) for (const fault of faults) board.add(fault, now());
      if (board.list(now()).length > 0) look();
    })
    .catch((error: unknown) => log.warn({ err: error }, 'Could not ask which faults are set'));

  return {
    get armed() {
      return armed;
    },
    async cross(point, runIds = () => []) {
      const fault = board.take({ point, service, runIds, now: now(), chance: Math.random() });
      if (!fault) return;
      meter.count('faults_fired_total', { fault: fault.fault });
      log.warn({ fault: fault.fault, effect: fault.effect, id: fault.id }, 'A fault takes effect');
      const told = tell(fault);
      if (fault.effect === 'crash') {
        await told;
        process.kill(process.pid, 'SIGKILL');
        // Nothing more happens here, even if the signal takes a moment.
        await new Promise(() => undefined);
      }
      look();
      if (fault.effect === 'error') throw new FaultInjected(`A fault was set for ${point}`);
      await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 0));
    },
    offer(workshop) {
      workshops.push(workshop);
      look();
    },
    async close() {
      clearInterval(timer);
      board.clear(null);
      await changed();
    },
  };
}

/** A clock that can be set wrong. */
export interface SkewedClock extends Clock {
  skewBy(ms: number): void;
}

export function skewedClock(clock: Clock): SkewedClock {
  let skewMs = 0;
  return {
    now: () => clock.now() + skewMs,
    skewBy(ms) {
      skewMs = ms;
    },
  };
}

const skewFor = (service: string, faults: readonly ActiveFault[]): number =>
  faults.find(({ fault, at }) => fault === 'clock.skew' && at === service)?.ms ?? 0;
