import { durableSubscriptions } from '@evenkeel/contracts';
import type { MessagingContext } from './context.js';
import { durablesOf, streamOfSubscription } from './stream/durable.js';
import { takenByAll } from './stream/floor.js';
import { createdAt, declaredStreams, streamInfo } from './stream/streams.js';

/** How far a stream goes, and how far each who follows it by the registry has taken it. */
export interface StreamVitals {
  readonly stream: string;
  /** When it was made. */
  readonly created: string;
  readonly lastSeq: number;
  readonly taken: readonly { readonly durable: string; readonly seq: number }[];
}

/** Asks the broker how every declared stream stands; one that it does not have is left out. */
export async function getStreamVitals({ nats }: Pick<MessagingContext, 'nats'>): Promise<StreamVitals[]> {
  const jsm = await nats.jetstreamManager();
  const asked = declaredStreams().map(async ({ name: stream }) => {
    const info = await streamInfo(jsm, stream);
    if (!info) return [];
    const lastSeq = info.state.last_seq;
    const names = durableSubscriptions.filter((one) => streamOfSubscription(one) === stream);
    const durables = names.length > 0 ? await durablesOf(jsm, stream) : [];
    const taken = names.map(({ durable }) => ({ durable, seq: takenByAll([durable], durables, lastSeq) }));
    return [{ stream, created: createdAt(info), lastSeq, taken }];
  });
  return (await Promise.all(asked)).flat();
}
