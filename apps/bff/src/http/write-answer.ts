import type { ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { CLIENT_ERRORS, clientErrorCode } from '../graphql/client-error.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly result: ExecutionResult;
}

/** Writes an answer as JSON; nobody on the way may keep it. */
export function writeAnswer(response: ServerResponse, { status, headers, result }: Answer): void {
  const body = JSON.stringify(result);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}

/** The answer to a request that was not executed. */
export function refusedAnswer(errors: readonly GraphQLError[]): Answer {
  const [first] = errors;
  const code = first ? clientErrorCode(first) : null;
  // Wrong input is an answer when a field fails for it, and a bad request when nothing could be run.
  const status = code === null ? 500 : Math.max(CLIENT_ERRORS[code], 400);
  return { status, headers: {}, result: { errors } };
}
