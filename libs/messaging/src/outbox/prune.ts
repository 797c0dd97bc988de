import type { JetStreamManager } from 'nats';
import { declaredStreams } from '../stream/streams.js';
import { takenUpTo } from '../stream/taken.js';
import type { OutboxStore } from './outbox-store.js';

export interface Keep {
  /** No longer than a message stays in its stream. */
  readonly outboxSeconds: number;
  /** Longer than a message stays in its stream. */
  readonly inboxSeconds: number;
}

/** Removes outbox rows that are old enough and that every follower has taken, and what the inbox may forget. */
export async function pruneMessages(
  store: Pick<OutboxStore, 'sentTo' | 'prune' | 'pruneInbox'>,
  jsm: JetStreamManager,
  { outboxSeconds, inboxSeconds }: Keep,
): Promise<void> {
  for (const stream of await store.sentTo(declaredStreams().map(({ name }) => name))) {
    const seq = await takenUpTo(jsm, stream);
    while ((await store.prune(stream, { seq, olderThanSeconds: outboxSeconds })) > 0);
  }
  while ((await store.pruneInbox(inboxSeconds)) > 0);
}
