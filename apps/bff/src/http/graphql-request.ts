import type { IncomingMessage } from 'node:http';
import { clientError } from '../graphql/client-error.js';
import type { OperationRequest } from '../graphql/documents.js';
import type { Variables } from '../graphql/engine.js';
import { readBody } from './read-body.js';

/** A request as GraphQL over HTTP sends it. */
export interface GraphqlRequest extends OperationRequest {
  readonly variables: Variables;
}

/** Reads the request from the body of a POST, or from the query of a GET. */
export async function readGraphqlRequest(request: IncomingMessage, query: string): Promise<GraphqlRequest> {
  if (request.method === 'GET') return fromQuery(new URLSearchParams(query));
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw clientError('NOT_JSON', 'Send application/json');
  }
  return fromObject(parse(await readBody(request), 'The body'));
}

function fromQuery(query: URLSearchParams): GraphqlRequest {
  const variables = query.get('variables');
  return fromObject({
    query: query.get('query'),
    documentId: query.get('documentId'),
    operationName: query.get('operationName'),
    variables: variables === null ? null : parse(variables, 'variables'),
  });
}

function fromObject(body: unknown): GraphqlRequest {
  if (!isObject(body)) throw clientError('BAD_REQUEST', 'Send one request as a JSON object');
  const { query, documentId, operationName, variables } = body;
  if (!isAbsent(variables) && !isObject(variables))
    throw clientError('BAD_REQUEST', 'variables must be an object');
  return {
    query: text(query, 'query'),
    documentId: text(documentId, 'documentId'),
    operationName: text(operationName, 'operationName'),
    variables: isObject(variables) ? variables : {},
  };
}

function text(value: unknown, name: string): string | null {
  if (isAbsent(value)) return null;
  if (typeof value !== 'string') throw clientError('BAD_REQUEST', `${name} must be a text`);
  return value;
}

function parse(json: string, what: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw clientError('BAD_REQUEST', `${what} must be JSON`);
  }
}

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
