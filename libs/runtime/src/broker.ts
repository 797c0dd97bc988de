import {
  type ActionInput,
  type ActionOutput,
  type AnyAction,
  isProblem,
  PROBLEMS,
  Problem,
  type ProblemType,
} from '@evenkeel/contracts';
import { type Cause, type CommandId, type CorrelationId, newId } from '@evenkeel/kernel';
import { childSpan, type FaultPoints, type Log, type Meter, type NatsConnection } from '@evenkeel/messaging';
import Moleculer, { type Context, type ServiceBroker } from 'moleculer';
import type { ActionContext, ServedAction } from './action.js';
import { BusWatch } from './bus-watch.js';
import type { HouseConfig } from './config.js';
import type { IdentityTokens } from './identity-tokens.js';
import { LivelyStrategy } from './lively-strategy.js';
import { watchPauses } from './pause-watch.js';

const REQUEST_TIMEOUT_MS = 5_000;
/** What is being answered when the process stops has this long; who stops us waits little more. */
const DRAIN_MS = 1_500;
/** Measured: 512 shoppers keep some 500 calls open at once; Moleculer's own 10 would cap the shop. */
const BULKHEAD = { enabled: true, concurrency: 2_000, maxQueueSize: 2_000 };
/** Half of at least 40 calls in a minute failing opens it; it tries one again after two seconds. */
const BREAKER = { enabled: true, threshold: 0.5, minRequestCount: 40, windowTime: 60, halfOpenTime: 2_000 };

/** What travels beside the input. */
interface Meta {
  token?: string;
  commandId?: string;
  correlationId?: string;
  causationId?: string | null;
  traceparent?: string | null;
  runId?: string;
  remainingMs?: number;
}

export interface CallOptions {
  readonly token?: string;
  readonly commandId?: CommandId;
  readonly timeoutMs?: number;
  readonly cause?: Cause;
}

/** What Moleculer's types leave out. */
interface Discovering {
  readonly discoverer: { sendLocalNodeInfo(): Promise<void> };
}

interface BrokerParts {
  readonly log: Log;
  readonly meter: Meter;
  readonly tokens: IdentityTokens;
  readonly faults: FaultPoints;
}

/** Moleculer over NATS with the settings that proved safe: no blind retries, deadlines, breaker, bulkhead. */
export function createBroker(config: HouseConfig, parts: BrokerParts) {
  const broker: ServiceBroker = new Moleculer.ServiceBroker({
    namespace: 'evenkeel',
    nodeID: config.instance,
    transporter: {
      type: 'NATS',
      options: {
        servers: config.natsUrl.split(','),
        maxReconnectAttempts: -1,
        reconnectTimeWait: 250,
        noAsyncTraces: true,
      },
    },
    logger: { type: 'Console', options: { level: 'error', colors: false, formatter: 'json' } },
    requestTimeout: REQUEST_TIMEOUT_MS,
    retryPolicy: { enabled: false },
    circuitBreaker: { ...BREAKER, check: (error: Error) => !isExpected(error) },
    bulkhead: BULKHEAD,
    registry: { strategy: LivelyStrategy },
    heartbeatInterval: 2,
    heartbeatTimeout: 6,
    tracking: { enabled: true, shutdownTimeout: DRAIN_MS },
    validator: false,
    metrics: false,
    tracing: false,
    skipProcessEventRegistration: true,
  });
  const { faults } = parts;
  const pauses = watchPauses();
  const bus = new BusWatch();
  const waiting = new Set<(reason: Error) => void>();
  let stopped = false;

  /** The answer, or a failure once the broker has stopped: nobody will bring the answer then. */
  function whileRunning<T>(ask: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (stopped) return reject(new Error('This process is stopping'));
      waiting.add(reject);
      ask()
        .then(resolve, reject)
        .finally(() => waiting.delete(reject));
    });
  }

  /** What is left of the time once the bus is there: it counts from here, and nobody sends past it. */
  async function whileBusIsThere(timeoutMs: number, definition: AnyAction): Promise<number> {
    if (bus.isThere || stopped) return timeoutMs;
    const begun = performance.now();
    if (await bus.within(timeoutMs)) return Math.max(1, timeoutMs - (performance.now() - begun));
    throw new Problem('house.unavailable', `The bus is away; ${definition.name} was not sent`, {
      unknown: false,
    });
  }

  async function contextOf(ctx: Context<unknown, Meta>): Promise<ActionContext> {
    const { meta } = ctx;
    const caller = meta.token ? await parts.tokens.verify(meta.token) : null;
    return {
      caller,
      requireCaller() {
        if (!caller) throw new Problem('house.not-signed-in', 'This call needs an identity token');
        return caller;
      },
      commandId: (meta.commandId ?? newId<CommandId>()) as CommandId,
      remainingMs: (meta.remainingMs ?? REQUEST_TIMEOUT_MS) - pauses.lateBy(),
      cause: {
        id: meta.causationId ?? null,
        correlationId: (meta.correlationId ?? newId<CorrelationId>()) as CorrelationId,
        traceparent: childSpan(meta.traceparent),
        ...(meta.runId ? { runId: meta.runId } : {}),
      },
    };
  }

  async function run(served: ServedAction, ctx: Context<unknown, Meta>): Promise<unknown> {
    const started = performance.now();
    try {
      const context = await contextOf(ctx);
      if (served.definition.kind === 'command' && context.remainingMs <= 0) {
        throw new Problem('house.deadline-passed', 'The command came after its deadline and was not tried');
      }
      if (!faults.armed) return await served.run(ctx.params, context);
      await faults.cross('action.before-handling', () => [ctx.meta.runId]);
      const answer = await served.run(ctx.params, context);
      await faults.cross('action.before-answer', () => [ctx.meta.runId]);
      return answer;
    } catch (error) {
      if (error instanceof Problem)
        throw new Moleculer.Errors.MoleculerError(error.message, 422, error.type, error.data);
      parts.log.error(
        { err: error, action: served.definition.name, correlationId: ctx.meta.correlationId },
        'An action failed',
      );
      throw new Moleculer.Errors.MoleculerError(
        'The service failed; its log says why',
        500,
        'house.internal',
      );
    } finally {
      parts.meter.observe(
        'action_seconds',
        { action: served.definition.name },
        (performance.now() - started) / 1_000,
      );
    }
  }

  return {
    async start() {
      await broker.start();
      const { tx } = broker.transit as unknown as { readonly tx: { readonly client: NatsConnection } };
      void bus.follow(tx.client);
      // Moleculer tells the others a second later what is offered here; whoever says ready has told them.
      const { discoverer } = broker.registry as unknown as Discovering;
      await discoverer.sendLocalNodeInfo();
      await tx.client.flush();
    },
    /** Whether calls reach anybody just now. */
    isConnected: () => bus.isThere,
    async stop() {
      pauses.stop();
      await broker.stop();
      stopped = true;
      for (const reject of waiting) reject(new Error('This process is stopping'));
    },
    serve(actions: readonly ServedAction[]) {
      for (const [name, own] of groupByService(actions)) {
        broker.createService({
          name,
          actions: Object.fromEntries(
            own.map((served) => [
              served.definition.name.slice(name.length + 1),
              { handler: (ctx: Context<unknown, Meta>) => run(served, ctx) },
            ]),
          ),
        });
      }
    },
    async call<A extends AnyAction>(
      definition: A,
      input: ActionInput<A>,
      options: CallOptions = {},
    ): Promise<ActionOutput<A>> {
      const timeout = await whileBusIsThere(options.timeoutMs ?? REQUEST_TIMEOUT_MS, definition);
      const meta: Meta = {
        ...(options.token ? { token: options.token } : {}),
        commandId: options.commandId ?? newId<CommandId>(),
        correlationId: options.cause?.correlationId ?? newId<CorrelationId>(),
        causationId: options.cause?.id ?? null,
        traceparent: childSpan(options.cause?.traceparent),
        ...(options.cause?.runId ? { runId: options.cause.runId } : {}),
        remainingMs: timeout,
      };
      try {
        return await whileRunning(() =>
          broker.call<ActionOutput<A>, object>(definition.name, input as object, {
            meta,
            timeout,
            // Moleculer never forgets a call that ran into its time-out, and a stop would wait for it.
            tracking: false,
          }),
        );
      } catch (error) {
        throw asProblem(error, definition);
      }
    },
  };
}

function groupByService(actions: readonly ServedAction[]): Map<string, ServedAction[]> {
  const groups = new Map<string, ServedAction[]>();
  for (const served of actions) {
    const name = served.definition.name.split('.')[0] ?? served.definition.name;
    groups.set(name, [...(groups.get(name) ?? []), served]);
  }
  return groups;
}

const isExpected = (error: unknown): boolean =>
  (Object.keys(PROBLEMS) as ProblemType[]).some(
    (type) => type !== 'house.internal' && isProblem(error, type),
  );

/** What was sent and not answered: its time was up, or the process it went to left the bus. */
const IN_DOUBT = ['REQUEST_TIMEOUT', 'REQUEST_REJECTED'];

/** Branches on the type alone: classes do not survive the wire. */
function asProblem(error: unknown, definition: AnyAction): Problem {
  const { type, message, data } = error as {
    type?: string;
    message?: string;
    data?: Record<string, unknown>;
  };
  if (type && type in PROBLEMS) return new Problem(type as ProblemType, message ?? type, data ?? {});
  const unknown = IN_DOUBT.includes(type ?? '') && definition.kind === 'command';
  if (type === 'QUEUE_IS_FULL')
    return new Problem('house.too-busy', 'Too many calls wait', { retryAfter: 1 });
  return new Problem('house.unavailable', `${definition.name} did not answer: ${message ?? String(error)}`, {
    unknown,
  });
}
