import type { CallerClaims } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { GraphQLSchema } from 'graphql';
import { createEngine } from '../graphql/engine.js';
import { shopSchema } from '../graphql/schemas.js';
import { caller, silentLog, silentMeter, testContext, testShop } from './test-shop.js';

/** Executes documents against fake services, without HTTP. */
export function askEngine(call: House['call'], schema: GraphQLSchema = shopSchema()) {
  const parts = {
    log: silentLog,
    meter: silentMeter,
    production: false,
    persisted: new Map<string, string>(),
  };
  const engine = createEngine(schema, parts);
  const shop = testShop(call);
  return async (
    query: string,
    variables: Record<string, unknown> = {},
    claims: CallerClaims | null = caller(),
  ) => {
    const operation = engine.prepare({ query, documentId: null, operationName: null });
    const context = testContext(shop, claims);
    const result = await engine.execute(operation, variables, context);
    // What a client would get: plain objects.
    const { data, errors } = JSON.parse(JSON.stringify(result)) as Answer;
    return { data, errors, context };
  };
}

export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
}
