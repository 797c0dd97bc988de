import type { Log, Meter } from '@evenkeel/messaging';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { RequestContext } from '../request/request-context.js';
import { documentShelf, type Prepare, type PreparedOperation } from './documents.js';
import { useHouseErrors } from './house-errors.js';
import { useLimits, useNoIntrospection } from './limits.js';

export type Variables = Readonly<Record<string, unknown>>;

/** One schema with everything that stands between a request and its resolvers. */
export interface Engine {
  readonly prepare: Prepare;
  /** Runs a query or a mutation. */
  execute(
    operation: PreparedOperation,
    variables: Variables,
    context: RequestContext,
  ): Promise<ExecutionResult>;
  /** Opens a subscription; an `ExecutionResult` says why it could not be opened. */
  subscribe(
    operation: PreparedOperation,
    variables: Variables,
    context: RequestContext,
  ): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
}

export interface EngineParts {
  readonly log: Log;
  readonly meter: Meter;
  readonly production: boolean;
  readonly persisted: ReadonlyMap<string, string>;
}

/**
 * Yoga's plugins without its HTTP layer, which costs more than the whole order service: our own door reads the
 * request and writes the answer, limits, masking and execution are those of yoga.
 */
export function createEngine(schema: GraphQLSchema, parts: EngineParts): Engine {
  const yoga = createYoga({
    schema,
    plugins: [
      useLimits(),
      ...(parts.production ? [useNoIntrospection()] : []),
      useHouseErrors(parts.log, parts.meter),
    ],
    maskedErrors: false,
    parserAndValidationCache: false,
    logging: false,
    graphiql: false,
    landingPage: false,
    cors: false,
  });
  const { parse, validate } = yoga.getEnveloped({});
  const prepare = documentShelf(
    {
      parse: (text) => parse(text),
      validate: (document) => validate(schema, document),
    },
    parts.persisted,
  );

  async function argsFor(operation: PreparedOperation, variables: Variables, context: RequestContext) {
    const enveloped = yoga.getEnveloped(context);
    const contextValue = await enveloped.contextFactory();
    const args = {
      schema,
      document: operation.document,
      operationName: operation.operation.name?.value,
      variableValues: variables,
      contextValue,
    };
    return { enveloped, args };
  }

  return {
    prepare,
    async execute(operation, variables, context) {
      const { enveloped, args } = await argsFor(operation, variables, context);
      return (await enveloped.execute(args)) as ExecutionResult;
    },
    async subscribe(operation, variables, context) {
      const { enveloped, args } = await argsFor(operation, variables, context);
      return (await enveloped.subscribe(args)) as AsyncIterable<ExecutionResult> | ExecutionResult;
    },
  };
}
