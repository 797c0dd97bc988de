import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import { boundedMap } from '../shelf/bounded-map.js';
import { type ClientErrorCode, clientError } from './client-error.js';
import { keyedFields, rootFields } from './root-fields.js';

const REMEMBERED = 1_000;
/** Longer documents are not remembered: a thousand of them would be a lot of memory for one stranger's fun. */
const REMEMBERED_LENGTH = 20_000;

/** One operation of a document that was found good. */
export interface PreparedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly type: 'query' | 'mutation' | 'subscription';
  /** What metrics and logs call it: the first field it asks for, since clients choose the names of operations. */
  readonly label: string;
  /** How many operations with an Idempotency-Key it holds. */
  readonly keyed: number;
}

export interface Checker {
  parse(text: string): DocumentNode;
  validate(document: DocumentNode): readonly GraphQLError[];
}

/** What the client sends to say which operation it wants. */
export interface OperationRequest {
  readonly query: string | null;
  readonly documentId: string | null;
  readonly operationName: string | null;
}

/** Parses and validates each document once. Throws errors of the client with a list of them. */
export function documentShelf(checker: Checker, persisted: ReadonlyMap<string, string>) {
  const known = boundedMap<string, DocumentNode>(REMEMBERED);

  function load(text: string): DocumentNode {
    const before = known.get(text);
    if (before) return before;
    const document = attempt('GRAPHQL_PARSE_FAILED', () => checker.parse(text));
    const errors = attempt('GRAPHQL_VALIDATION_FAILED', () => checker.validate(document));
    if (errors.length > 0) {
      throw new InvalidDocument(errors.map((e) => withCode(e, 'GRAPHQL_VALIDATION_FAILED')));
    }
    if (text.length <= REMEMBERED_LENGTH) known.set(text, document);
    return document;
  }

  /** The operation asked for, good to be executed. Throws `InvalidDocument`. */
  return function prepare(request: OperationRequest): PreparedOperation {
    const document = load(textOf(request, persisted));
    const operation = pick(document, request.operationName);
    const fields = rootFields(document, operation);
    return {
      document,
      operation,
      type: operation.operation,
      label: fields[0] ?? 'nothing',
      keyed: keyedFields(fields),
    };
  };
}
export type Prepare = ReturnType<typeof documentShelf>;

/** The document cannot be executed; nothing was. */
export class InvalidDocument extends Error {
  override readonly name = 'InvalidDocument';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

const refuse = (code: ClientErrorCode, message: string) => new InvalidDocument([clientError(code, message)]);

function textOf(request: OperationRequest, persisted: ReadonlyMap<string, string>): string {
  if (request.query !== null) return request.query;
  if (request.documentId === null)
    throw refuse('BAD_REQUEST', 'Send a query, or the documentId of a persisted operation');
  const text = persisted.get(request.documentId);
  if (text === undefined) {
    throw refuse(
      'PERSISTED_DOCUMENT_NOT_FOUND',
      'There is no persisted operation of this id; send the query itself',
    );
  }
  return text;
}

function pick(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const matching = name === null ? operations : operations.filter((o) => o.name?.value === name);
  const [only, another] = matching;
  if (!only)
    throw refuse('BAD_REQUEST', `The document has no operation${name === null ? '' : ` named ${name}`}`);
  if (another)
    throw refuse('BAD_REQUEST', 'The document has several operations; say which one by operationName');
  return only;
}

/** The limits throw where the specification's own rules return. */
function attempt<T>(code: ClientErrorCode, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof GraphQLError) throw new InvalidDocument([withCode(error, code)]);
    throw error;
  }
}

const withCode = (error: GraphQLError, code: ClientErrorCode): GraphQLError =>
  new GraphQLError(error.message, {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    extensions: { code },
  });
