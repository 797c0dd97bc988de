import type { GraphQLError } from 'graphql';
import { CLIENT_ERRORS, clientErrorCode } from '../graphql/client-error.js';

/** What an execution says to the HTTP layer beside its result. */
export interface Reply {
  status(): number;
  headers(): Readonly<Record<string, string>>;
  header(name: string, value: string): void;
  /** Takes over status and headers of an error; the highest status wins. */
  failed(error: GraphQLError): void;
}

/** A reply that is fine until something says otherwise. */
export function createReply(): Reply {
  const headers: Record<string, string> = {};
  let status = 200;
  return {
    status: () => status,
    headers: () => headers,
    header(name, value) {
      headers[name] = value;
    },
    failed(error) {
      const code = clientErrorCode(error);
      if (code) status = Math.max(status, CLIENT_ERRORS[code]);
      const { retryAfter } = error.extensions;
      if (typeof retryAfter === 'number') headers['retry-after'] = String(retryAfter);
    },
  };
}
