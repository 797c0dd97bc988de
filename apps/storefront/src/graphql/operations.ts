import { formatDocument, stringifyDocument, type TypedDocumentNode } from '@urql/core';
import { FEED_DOCUMENT } from '../live/feed-document.js';
import { ShellQuery } from '../shell/shell.query.js';
import { operationId } from './operation-id.js';
import { together } from './together.js';

/** What an exported value asks of the shop; undefined for fragments on their own and for what is no document. */
function kindOf(value: unknown): 'query' | 'mutation' | 'subscription' | undefined {
  const document = value as TypedDocumentNode | undefined;
  if (document?.kind !== 'Document') return undefined;
  const [operation] = document.definitions.filter((one) => one.kind === 'OperationDefinition');
  return operation?.operation;
}

/** Documents are what `*.query.ts` files give away. */
const exported = Object.values(
  import.meta.glob<object>(['../**/*.query.ts', '!../graphql/**'], { eager: true }),
).flatMap((module) => Object.values(module) as unknown[]);
const isOperation = (value: unknown): value is TypedDocumentNode => kindOf(value) !== undefined;
const documents = exported.filter(isOperation);
/** The first page of a visit asks for the frame around it too. */
const first = documents
  .filter((document) => kindOf(document) === 'query')
  .map((document) => together(document, ShellQuery));

/** The text of a document as the client with its cache sends it. */
const textOf = (document: TypedDocumentNode) => stringifyDocument(formatDocument(document));

/** Every operation that the pages send, by its name; the build writes them down for the BFF. */
export const operations: Readonly<Record<string, string>> = Object.fromEntries(
  [FEED_DOCUMENT, ...[...documents, ...first].map(textOf)].map((text) => [operationId(text), text]),
);
