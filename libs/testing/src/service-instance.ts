import type {
  ActionParsed,
  AnyAction,
  AnyMessage,
  CallerClaims,
  MessageData,
  Subscription,
} from '@evenkeel/contracts';
import { type Clock, type CommandId, newId } from '@evenkeel/kernel';
import { type Handler, type Linger, type Messaging, startMessaging } from '@evenkeel/messaging';
import { type Database, openDatabase } from '@evenkeel/postgres';
import { actionContextOf } from './action-context.js';
import { type FakeHouse, fakeHouse } from './fake-house.js';
import type { ThrowAwayDatabase } from './throw-away-database.js';

/** One process's worth of a service: its handlers behind a lane of their own. Start two to let them compete. */
export interface ServiceInstance {
  readonly house: FakeHouse;
  readonly messaging: Messaging;
  /** Puts a message into the lane as if the bus had brought it; resolves when it is committed. */
  deliver<D extends AnyMessage>(definition: D, data: MessageData<D>, id?: string): Promise<void>;
  /** Asks for a command as an action would, and returns what the lane answered. */
  ask<A extends AnyAction>(action: A, input: ActionParsed<A>, asked?: Asked): Promise<unknown>;
  stop(): Promise<void>;
}

export interface Asked {
  readonly commandId?: CommandId;
  readonly caller?: CallerClaims;
  /** Five seconds when left out. */
  readonly remainingMs?: number;
}

export interface InstanceParts {
  readonly service: string;
  readonly handlers: readonly Handler[] | ((house: FakeHouse) => readonly Handler[]);
  /** What it follows on the bus; nothing when left out, so that tests that share a broker do not meet. */
  readonly subscriptions?: readonly Subscription[];
  readonly linger?: Partial<Linger>;
  readonly clock?: Clock;
  /** A broker of the test's own. */
  readonly natsUrl?: string;
  /** Connections that the test can hold, too; it is closed with the instance. */
  readonly db?: Database;
}

/** Starts an instance of a service on a database that tests made. */
export async function serviceInstance(
  database: Pick<ThrowAwayDatabase, 'url'>,
  parts: InstanceParts,
): Promise<ServiceInstance> {
  const house = await fakeHouse(parts.service, parts);
  const db = parts.db ?? openDatabase({ url: database.url, onIdleError: () => undefined });
  house.onStop('postgres', () => db.close());
  const messaging = await startMessaging(house, {
    db,
    databaseUrl: database.url,
    handlers: typeof parts.handlers === 'function' ? parts.handlers(house) : parts.handlers,
    subscriptions: parts.subscriptions ?? [],
    ...(parts.linger ? { linger: parts.linger } : {}),
  });
  return {
    house,
    messaging,
    async deliver(definition, data, id = newId<CommandId>()) {
      await messaging.tell({ kind: 'local', type: definition.type }, data, { id });
    },
    ask(action, input, { commandId, caller, remainingMs } = {}) {
      const context = actionContextOf(caller ?? null, commandId);
      return messaging.ask(action, input, remainingMs === undefined ? context : { ...context, remainingMs });
    },
    stop: () => house.stop(),
  };
}
