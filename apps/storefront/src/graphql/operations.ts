import { formatDocument, stringifyDocument, type TypedDocumentNode } from '@urql/core';
import { FEED_DOCUMENT } from '../live/feed-document.js';
import { operationId } from './operation-id.js';

/** Documents are what `*.query.ts` files give away; fragments on their own are no operations. */
function isOperation(value: unknown): value is TypedDocumentNode {
  const document = value as TypedDocumentNode | undefined;
  return (
    document?.kind === 'Document' && document.definitions.some(({ kind }) => kind === 'OperationDefinition')
  );
}

/** Every operation that the pages send, by its name, as the client with its cache writes it. */
export function operationsIn(modules: Readonly<Record<string, object>>): Record<string, string> {
  const documents = Object.values(modules)
    .flatMap((exported) => Object.values(exported))
    .filter(isOperation);
  const texts = [FEED_DOCUMENT, ...documents.map((document) => stringifyDocument(formatDocument(document)))];
  return Object.fromEntries(texts.map((text) => [operationId(text), text]));
}

/** The operations of this shop; the build writes them down for the BFF. */
export const operations = operationsIn(
  import.meta.glob<object>(['../**/*.query.ts', '!../graphql/**'], { eager: true }),
);
