import { GraphQLError } from 'graphql';

/** What a client did wrong, by code, with the HTTP status of a request that fails for it. */
export const CLIENT_ERRORS = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 200,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  PERSISTED_DOCUMENT_NOT_FOUND: 400,
  TOO_COSTLY: 200,
  IDEMPOTENCY_KEY_REQUIRED: 400,
  IDEMPOTENCY_KEY_INVALID: 400,
  ONE_KEYED_OPERATION: 400,
  IDEMPOTENCY_KEY_REUSED: 422,
  IDEMPOTENCY_KEY_IN_PROGRESS: 409,
  NO_SESSION: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  BODY_TOO_LARGE: 413,
  NOT_JSON: 415,
} as const;
export type ClientErrorCode = keyof typeof CLIENT_ERRORS;

/** An error that the client may see as it is, since the client can do something about it. */
export function clientError(
  code: ClientErrorCode,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

/** The code of an error made by `clientError`, or null for any other. */
export function clientErrorCode(error: { extensions?: Record<string, unknown> }): ClientErrorCode | null {
  const code = error.extensions?.code;
  return typeof code === 'string' && code in CLIENT_ERRORS ? (code as ClientErrorCode) : null;
}
