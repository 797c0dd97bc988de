import type { Client } from './client.js';

/** Asks the operator API; throws when a part of the shop did not answer, which passes. */
export type AskOperators = <Data>(query: string, variables?: object, key?: string) => Promise<Data>;

/** The operator API, as somebody asks it who is signed in; a command goes under its idempotency key. */
export const askOperators =
  (client: Client): AskOperators =>
  async <Data>(query: string, variables: object = {}, key?: string) => {
    const answer = await client.ask<Data | null>(query, variables, {
      path: '/ops/graphql',
      ...(key ? { key } : {}),
    });
    if (!answer.data) throw new Error(`The operator API: ${answer.status} ${JSON.stringify(answer.errors)}`);
    return answer.data;
  };
