import { systemClock } from '@evenkeel/kernel';
import { connectBus, type MessagingContext, NO_FAULTS } from '@evenkeel/messaging';
import { say } from '../progress.js';

/** A place at the bus for the bench, and how to leave it. */
export interface BusSeat {
  readonly context: MessagingContext;
  leave(): Promise<void>;
}

/** Takes a place at the bus as a service would; what goes wrong is said aloud. */
export async function takeSeat(url: string, service: string): Promise<BusSeat> {
  const nats = await connectBus(url, service);
  const stops: (() => Promise<void>)[] = [];
  const complain = (details: object, message: string) => say(`${message} ${JSON.stringify(details)}`);
  const nothing = () => undefined;
  const context: MessagingContext = {
    service,
    nats,
    clock: systemClock,
    faults: NO_FAULTS,
    log: { debug: nothing, info: nothing, warn: complain, error: complain },
    meter: { count: nothing, observe: nothing, gauge: nothing },
    onStop: (_, stop) => void stops.unshift(stop),
    readiness: nothing,
  };
  return {
    context,
    async leave() {
      for (const stop of stops) await stop();
      await nats.close();
    },
  };
}
