import { customerRegistered } from '@evenkeel/contracts';
import { type CorrelationId, type Envelope, newId, systemClock } from '@evenkeel/kernel';
import { type NatsConnection, newMessage } from '@evenkeel/messaging';
import {
  type CommitCutter,
  commitCutter,
  type FakeHouse,
  fakeHouse,
  type InstanceParts,
  type ServiceInstance,
  serviceInstance,
  type ThrowAwayBroker,
  type ThrowAwayDatabase,
  throwAwayBroker,
  throwAwayDatabase,
} from '@evenkeel/testing';
import { test } from 'vitest';
import { followed, greeting, migrationsDir, registered, registering } from './greetings.js';

type More = Partial<InstanceParts> & { readonly databaseUrl?: string };

/** Somebody who says things and somebody who follows, each with a database, and a broker between them. */
export interface Stage {
  readonly broker: ThrowAwayBroker;
  readonly said: ThrowAwayDatabase;
  readonly heard: ThrowAwayDatabase;
  /** Starts one process's worth of the service that says who registered. */
  publisher(more?: More): Promise<ServiceInstance>;
  /** Starts one process's worth of the service that greets them. */
  consumer(more?: More): Promise<ServiceInstance>;
  /** The surroundings of a service without Postgres. */
  house(service: string): Promise<FakeHouse>;
  /** Stands between one of the two and its database. */
  cutter(database: ThrowAwayDatabase): Promise<CommitCutter>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const broker = await throwAwayBroker();
  const [said, heard] = await Promise.all([
    throwAwayDatabase({ migrationsDir }),
    throwAwayDatabase({ migrationsDir }),
  ]);
  const open = new Set<Pick<ServiceInstance, 'stop'>>();
  const cutters: CommitCutter[] = [];
  const start = async (database: ThrowAwayDatabase, parts: InstanceParts & More) => {
    const url = parts.databaseUrl ?? database.url;
    const instance = await serviceInstance({ url }, { ...parts, natsUrl: broker.url });
    open.add(instance);
    return {
      ...instance,
      async stop() {
        if (open.delete(instance)) await instance.stop();
      },
    };
  };
  return {
    broker,
    said,
    heard,
    publisher: (more) => start(said, { service: 'identity', handlers: [registering], ...more }),
    consumer: (more) =>
      start(heard, { service: 'loyalty', handlers: [greeting], subscriptions: [followed], ...more }),
    async house(service) {
      const house = await fakeHouse(service, { natsUrl: broker.url });
      open.add(house);
      return house;
    },
    async cutter({ url }) {
      const cutter = await commitCutter(url);
      cutters.push(cutter);
      return cutter;
    },
    async close() {
      await Promise.all([...open].map((instance) => instance.stop()));
      await Promise.all(cutters.map((cutter) => cutter.stop()));
      await Promise.all([said.drop(), heard.drop()]);
      await broker.stop();
    },
  };
}

/** A test with a stage of its own, so that those that wait for real time can do so side by side. */
export const staged = test.extend<{ stage: Stage }>({
  stage: async ({ task: _ }, use) => {
    const stage = await openStage();
    await use(stage);
    await stage.close();
  },
});

export const IDENTITY = 'EVENTS_IDENTITY';

/** One message of a stream, as the broker keeps it. */
export interface Stored {
  readonly seq: number;
  readonly messageId: string;
  readonly traceparent: string;
  readonly events: readonly Envelope<string, { readonly name: string }>[];
}

/** Everything that a stream holds. */
export async function storedIn(nats: NatsConnection, stream = IDENTITY): Promise<Stored[]> {
  const jsm = await nats.jetstreamManager();
  const { state } = await jsm.streams.info(stream);
  return Promise.all(
    Array.from({ length: state.messages }, async (_, at) => {
      const message = await jsm.streams.getMessage(stream, { seq: state.first_seq + at });
      return {
        seq: message.seq,
        messageId: message.header.get('Nats-Msg-Id'),
        traceparent: message.header.get('traceparent'),
        events: message.json<Stored['events']>(),
      };
    }),
  );
}

/** Everybody of whom a stream says that they registered, in order. */
export const namesIn = async (nats: NatsConnection): Promise<string[]> =>
  (await storedIn(nats)).flatMap(({ events }) => events.map(({ data }) => data.name));

/** Commits rows as a process did that was killed before it could publish them, one for each name. */
export async function leaveBehind(
  { db }: Pick<ThrowAwayDatabase, 'db'>,
  names: readonly string[],
  { type = customerRegistered.type as string, ago = '3 seconds' } = {},
): Promise<void> {
  const cause = { id: null, correlationId: newId<CorrelationId>(), traceparent: null };
  const events = names.map((name) => {
    const subject = { aggregateId: name, aggregateVersion: 1, data: registered(name) };
    return newMessage(customerRegistered, subject, { cause, clock: systemClock });
  });
  await db.query({
    text: `insert into outbox (id, type, payload, events, at)
select id, $3, payload, 1, now() - $4::interval from unnest($1::uuid[], $2::text[]) as row(id, payload)`,
    values: [events.map(() => newId()), events.map((event) => JSON.stringify([event])), type, ago],
  });
}
