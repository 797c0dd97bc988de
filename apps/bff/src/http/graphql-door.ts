import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log, Meter } from '@evenkeel/messaging';
import { GraphQLError } from 'graphql';
import { clientError } from '../graphql/client-error.js';
import { InvalidDocument, type PreparedOperation } from '../graphql/documents.js';
import type { Engine } from '../graphql/engine.js';
import { keyFor } from '../graphql/key-rule.js';
import { visibleError } from '../graphql/visible-error.js';
import { createReply, type Reply } from '../request/reply.js';
import { createContext, type Identity, type RequestContext } from '../request/request-context.js';
import type { Shop } from '../request/shop.js';
import { type GraphqlRequest, readGraphqlRequest } from './graphql-request.js';
import { factsOf, headerOf, identityOf } from './request-facts.js';
import { writeEvents } from './sse.js';
import { refusedAnswer, writeAnswer } from './write-answer.js';

export interface DoorParts {
  readonly engine: Engine;
  readonly shop: Shop;
  readonly log: Log;
  readonly meter: Meter;
  /** Refuses callers this door is not for, as if it did not exist. */
  readonly admits: (identity: Identity | null) => boolean;
}

export type Door = (request: IncomingMessage, response: ServerResponse, query: string) => Promise<void>;

/** The same for an unknown address and for a door that is not the caller's. */
export const nothingHere = (): GraphQLError => clientError('NOT_FOUND', 'There is nothing here');

/** GraphQL over HTTP: POST for queries and mutations, GET or POST with `Accept: text/event-stream` for the feed. */
export function graphqlDoor({ engine, shop, log, meter, admits }: DoorParts): Door {
  return async (request, response, query) => {
    const started = performance.now();
    const facts = factsOf(request.headers);
    let label = 'refused';
    try {
      const identity = await identityOf(request.headers, shop.tokens);
      const reply = createReply();
      if (!admits(identity)) throw nothingHere();
      const asked = await readGraphqlRequest(request, query);
      const operation = engine.prepare(asked);
      checkWay(operation, request);
      const key = keyFor(operation, headerOf(request.headers, 'idempotency-key'));
      label = operation.label;
      const context = createContext(shop, { ...facts, key, identity }, reply);
      const work = { operation, asked, context, reply };
      if (operation.type === 'subscription') return await stream(work, response);
      await answer(work, response);
    } catch (error) {
      refuse(error, response, facts.traceId);
    }
    meter.observe('graphql_seconds', { operation: label }, (performance.now() - started) / 1_000);
  };

  async function answer({ operation, asked, context, reply }: Work, response: ServerResponse): Promise<void> {
    const result = await engine.execute(operation, asked.variables, context);
    // Without data nothing was run: a variable of the wrong type, not a field that failed.
    const status = 'data' in result ? reply.status() : Math.max(reply.status(), 400);
    writeAnswer(response, { status, headers: reply.headers(), result });
  }

  async function stream({ operation, asked, context, reply }: Work, response: ServerResponse): Promise<void> {
    const results = await engine.subscribe(operation, asked.variables, context);
    if (Symbol.asyncIterator in results) return writeEvents(response, results);
    writeAnswer(response, {
      status: Math.max(reply.status(), 400),
      headers: reply.headers(),
      result: results,
    });
  }

  function refuse(error: unknown, response: ServerResponse, traceId: string): void {
    const given = error instanceof InvalidDocument ? error.errors : [asGraphqlError(error)];
    const shown = given.map((e) => visibleError(e, traceId));
    for (const { error: visible } of shown) {
      meter.count('graphql_errors', { code: String(visible.extensions.code) });
    }
    if (shown.some((s) => s.masked))
      log.error({ err: error, traceId }, 'A request failed before it was executed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    writeAnswer(response, refusedAnswer(shown.map((s) => s.error)));
  }
}

interface Work {
  readonly operation: PreparedOperation;
  readonly asked: GraphqlRequest;
  readonly context: RequestContext;
  readonly reply: Reply;
}

/** By GET and as events come subscriptions, and nothing else. */
function checkWay({ type }: PreparedOperation, request: IncomingMessage): void {
  const events = /text\/event-stream/i.test(request.headers.accept ?? '');
  if (type === 'subscription') {
    if (!events)
      throw clientError('NOT_ACCEPTABLE', 'A subscription answers with text/event-stream; say so in Accept');
  } else if (request.method !== 'POST') {
    throw clientError('METHOD_NOT_ALLOWED', 'Send queries and mutations by POST');
  }
}

const asGraphqlError = (error: unknown): GraphQLError =>
  error instanceof GraphQLError
    ? error
    : new GraphQLError(String(error), { path: [], originalError: error as Error });
