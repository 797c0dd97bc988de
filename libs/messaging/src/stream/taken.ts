import { durableSubscriptions } from '@evenkeel/contracts';
import type { JetStreamManager } from 'nats';
import { durablesOf, streamOfSubscription } from './durable.js';
import { takenByAll } from './floor.js';

/** The sequence up to which everybody who follows a stream by the registry has taken it. */
export async function takenUpTo(jsm: JetStreamManager, stream: string): Promise<number> {
  const { state } = await jsm.streams.info(stream);
  const names = durableSubscriptions.filter((one) => streamOfSubscription(one) === stream);
  return takenByAll(
    names.map(({ durable }) => durable),
    await durablesOf(jsm, stream),
    state.last_seq,
  );
}
