import {
  type ActiveFault,
  activeFault,
  type FaultFired,
  type FaultReport,
  faultFired,
  faultReport,
  faultsToClear,
} from '@evenkeel/contracts';
import type { FaultId } from '@evenkeel/kernel';
import { ErrorCode, type Msg, type NatsConnection, NatsError, RequestStrategy } from 'nats';

/** Not streams: who is not there when a fault is set asks the others for it, and nothing outlives the processes. */
const SET = 'faults.set';
const CLEAR = 'faults.clear';
const LIST = 'faults.list';
const FIRED = 'faults.fired';
/** Processes of one house answer within a few milliseconds; one that is paused does not at all. */
const ANSWERS_WITHIN_MS = 1_500;
const QUIET_MS = 150;
/** Clients look for their broker every 350 ms at most; a machine that is slow, or a network made silent, takes longer. */
const HEARD_WITHIN_MS = 8_000;

export interface FaultListener {
  /** Null when the fault is not for this process. */
  set(fault: ActiveFault): Promise<FaultReport | null>;
  clear(id: FaultId | null): Promise<FaultReport>;
  list(): Promise<FaultReport>;
  /** A fault took effect in some process, this one included. Whether it was news of another, and is remembered now. */
  fired(news: FaultFired): boolean;
}

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** Lets a process hear of faults, until the connection is closed. `onError` is told what could not be understood. */
export function hearOfFaults(
  nats: NatsConnection,
  listener: FaultListener,
  onError: (error: unknown) => void,
): void {
  const answer = (subject: string, run: (message: Msg) => Promise<object | null> | object | null) =>
    nats.subscribe(subject, {
      callback: (error, message) => {
        if (error) return onError(error);
        void (async () => {
          try {
            const report = await run(message);
            if (report && message.reply) message.respond(encode(report));
          } catch (failure) {
            onError(failure);
          }
        })();
      },
    });
  answer(SET, (message) => listener.set(activeFault.parse(message.json())));
  answer(CLEAR, (message) => listener.clear(faultsToClear.parse(message.json()).id));
  answer(LIST, () => listener.list());
  answer(FIRED, (message) => (listener.fired(faultFired.parse(message.json())) ? {} : null));
}

/**
 * Tells the other processes that a fault took effect here, until one of them has heard it: who dies of it right after a
 * broker was restarted may be the first that is back. Resolves to whether anybody heard.
 */
export async function tellFired(nats: NatsConnection, news: FaultFired): Promise<boolean> {
  const end = performance.now() + HEARD_WITHIN_MS;
  while (performance.now() < end) {
    try {
      await nats.request(FIRED, encode(news), { timeout: QUIET_MS });
      return true;
    } catch (error) {
      if (!isUnheard(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    }
  }
  return false;
}

const isUnheard = (error: unknown): boolean =>
  error instanceof NatsError && (error.code === ErrorCode.NoResponders || error.code === ErrorCode.Timeout);

/** Asks every process for the faults that it has. */
export const askForFaults = (nats: NatsConnection): Promise<FaultReport[]> => gather(nats, LIST, {});
/** Tells every process of a fault; those that it is for answer. */
export const sendFault = (nats: NatsConnection, fault: ActiveFault): Promise<FaultReport[]> =>
  gather(nats, SET, fault);
/** Clears one fault, or all. */
export const sendClear = (nats: NatsConnection, id: FaultId | null): Promise<FaultReport[]> =>
  gather(nats, CLEAR, { id });

async function gather(nats: NatsConnection, subject: string, message: object): Promise<FaultReport[]> {
  const reports: FaultReport[] = [];
  try {
    const answers = await nats.requestMany(subject, encode(message), {
      strategy: RequestStrategy.JitterTimer,
      maxWait: ANSWERS_WITHIN_MS,
      jitter: QUIET_MS,
    });
    for await (const answer of answers) reports.push(faultReport.parse(answer.json()));
  } catch (error) {
    // Nobody listens: a production, or a house without processes.
    if (!(error instanceof NatsError && error.code === ErrorCode.NoResponders)) throw error;
  }
  return reports;
}
