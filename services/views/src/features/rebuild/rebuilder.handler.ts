import type { ReadModel, Subscription } from '@evenkeel/contracts';
import { type MessagingContext, type PlainHandler, replay, streamPlaces } from '@evenkeel/messaging';
import type { House } from '@evenkeel/runtime';
import { openBeside } from '../../store/beside.js';
import type { ModelName, Models } from '../../store/models.js';
import { isOutage } from '../../store/outage.js';
import type { Turnstile } from '../../turnstile.js';
import type { Reading } from './read-owners.handler.js';

/** How one read model comes about. */
export interface Plan {
  readonly collections: readonly ModelName[];
  /** Fills empty collections from their owners. */
  readonly fill: (models: Models, reading: Reading) => Promise<void>;
  /** Those who keep collections up to date from then on. */
  readonly follow: (models: Models) => readonly PlainHandler[];
  /** Called when the new collections have taken their place. */
  readonly afterSwap: () => void;
}

export interface Rebuilding {
  readonly context: Pick<MessagingContext, 'nats' | 'log'> & Pick<House, 'call'>;
  readonly models: Models;
  readonly plans: Readonly<Record<ReadModel, Plan>>;
  /** Through which everybody of this process goes who changes a read model. */
  readonly turnstile: Turnstile;
  readonly subscriptions: readonly Subscription[];
}

/**
 * Builds a read model from zero, beside the one that is being read: the owners first, then what the streams have
 * brought since (decisions.md 22). For the last of it the followers of this process wait, so that the new collections
 * are at least as new as the old ones when they take their place. What another process wrote to the old ones meanwhile
 * is then read once more: every effect may be repeated. Resolves to the number of documents.
 */
export async function rebuild(
  { context, models, plans, turnstile, subscriptions }: Rebuilding,
  model: ReadModel,
  onProgress: (read: number) => Promise<void>,
): Promise<number> {
  const { collections, fill, follow, afterSwap } = plans[model];
  let read = 0;
  const reading: Reading = {
    call: context.call,
    async onRead(items) {
      read += items;
      await onProgress(read);
    },
  };
  const start = await streamPlaces(context, subscriptions);
  const beside = await openBeside(models, collections);
  try {
    await fill(beside.models, reading);
    const fresh = follow(beside.models);
    const near = await catchUp(fresh, start);
    const swapped = await turnstile.pass(async () => {
      const end = await catchUp(fresh, near);
      await beside.swap();
      afterSwap();
      return end;
    });
    await turnstile.pass(() => catchUp(follow(models), swapped));
  } catch (error) {
    await beside.drop();
    throw error;
  }
  const [first] = collections;
  return first ? models[first].collection.countDocuments() : 0;

  /** Applies what the streams brought after a place, and returns the place from which to go on. */
  async function catchUp(handlers: readonly PlainHandler[], after: typeof start): Promise<typeof start> {
    const types = new Set(handlers.flatMap((handler) => handler.types));
    const end = await streamPlaces(context, subscriptions);
    await replay(context, {
      subscriptions: subscriptions.filter(({ messages }) => messages.some(({ type }) => types.has(type))),
      after,
      async onEvents(events) {
        await onProgress(read);
        for (const handler of handlers) {
          const mine = events.filter(({ type }) => handler.types.includes(type));
          if (mine.length > 0) await untilItHolds(() => handler.handle(mine));
        }
      },
    });
    return end;
  }
}

/** Somebody else may write the same document; then it is read and written again. */
async function untilItHolds(handle: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await handle();
    } catch (error) {
      if (!isOutage(error) || tries === 10) throw error;
    }
  }
}
