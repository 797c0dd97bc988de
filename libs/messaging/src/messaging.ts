import type { ActionParsed, AnyAction, CallerClaims, Subscription } from '@evenkeel/contracts';
import { type Cause, type CommandId, type CorrelationId, newId } from '@evenkeel/kernel';
import type { Database } from '@evenkeel/postgres';
import type { MessagingContext } from './context.js';
import { deadLetterTable } from './dead-letters/dead-letter-table.js';
import { type DeadLetterDesk, openDeadLetterDesk } from './dead-letters/desk.js';
import type { Handler } from './lane/handler.js';
import type { LocalInput, QueuedItem } from './lane/item.js';
import { Lane } from './lane/lane.js';
import type { Linger } from './lane/queue.js';
import { startOutbox } from './outbox/outbox.js';
import { followIntoLane } from './stream/into-lane.js';
import { watchStreams } from './stream/watch-streams.js';

/** Who asks for a command, under which id, and until when an answer is of use. */
export interface AskContext {
  readonly commandId: CommandId;
  readonly cause: Cause;
  readonly caller: CallerClaims | null;
  /** Milliseconds that are left to try it. */
  readonly remainingMs: number;
}

export interface MessagingOptions {
  readonly db: Database;
  /** URL of the same database, for the connection that holds the sweep's lock. */
  readonly databaseUrl: string;
  readonly handlers: readonly Handler[];
  readonly subscriptions: readonly Subscription[];
  readonly linger?: Partial<Linger>;
}

export interface Messaging {
  /** What could not be handled, and what can be done about it. */
  readonly deadLetters: DeadLetterDesk;
  /** Carries a command out in the lane and returns its answer, fresh or from the first time. */
  ask<A extends AnyAction>(action: A, input: ActionParsed<A>, context: AskContext): Promise<unknown>;
  /** Puts an input of our own into the lane; resolves when it is committed. With an id it is done only once. */
  tell<Type extends string, Data>(input: LocalInput<Type, Data>, data: Data, told?: Told): Promise<unknown>;
}

export interface Told {
  readonly id?: string;
  readonly cause?: Cause;
}

/** Starts outbox, lane and followers of a service with a Postgres database. */
export async function startMessaging(
  context: MessagingContext,
  options: MessagingOptions,
): Promise<Messaging> {
  const outbox = await startOutbox(context, options);
  const lane = new Lane(context, {
    db: options.db,
    handlers: options.handlers,
    handOver: outbox.handOver,
    ...(options.linger ? { linger: options.linger } : {}),
  });
  context.onStop('lane', () => lane.drain());
  const letters = deadLetterTable(options.db);
  const { subscriptions } = options;
  await followIntoLane(context, { lane, deadLetters: letters, subscriptions });

  const put = (item: Omit<QueuedItem, 'settle'>, push: (queued: QueuedItem) => void) =>
    new Promise<unknown>((resolve, reject) => {
      push({
        ...item,
        settle: {
          done: resolve,
          failed: (error) => {
            reject(error instanceof Error ? error : new Error(String(error)));
            return Promise.resolve();
          },
        },
      });
    });

  await watchStreams(context);

  return {
    deadLetters: openDeadLetterDesk(context, { letters, lane, subscriptions }),
    ask: (action, input, asked) =>
      put(
        {
          id: asked.commandId,
          type: action.name,
          data: input as unknown,
          aggregateVersion: 0,
          cause: { ...asked.cause, id: asked.commandId },
          caller: asked.caller,
          claimed: true,
          deadline: performance.now() + asked.remainingMs,
        },
        (item) => lane.pushAsked(item),
      ),
    tell: (input, data, told = {}) =>
      put(
        {
          id: told.id ?? newId<CommandId>(),
          type: input.type,
          data,
          aggregateVersion: 0,
          cause: told.cause ?? { id: null, correlationId: newId<CorrelationId>(), traceparent: null },
          caller: null,
          claimed: told.id !== undefined,
        },
        (item) => lane.push(item),
      ),
  };
}
