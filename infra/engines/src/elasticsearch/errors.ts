/** What one cause of an error says, in the original's shape. */
export interface Cause {
  readonly type: string;
  readonly reason: string;
  readonly [extra: string]: unknown;
}

/**
 * A refusal in the original's words: HTTP status, error type and reason. A refused request changed nothing.
 * `cause` is the shard's own complaint, when the original would wrap it in a failed search phase.
 */
export class ElasticError extends Error {
  readonly status: number;
  readonly type: string;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly shardCause: Cause | undefined;

  constructor(
    status: number,
    cause: Cause,
    wrapping?: { readonly type: string; readonly reason: string; readonly extra: Record<string, unknown> },
  ) {
    const { type, reason, ...extra } = cause;
    super(wrapping?.reason ?? reason);
    this.status = status;
    this.type = wrapping?.type ?? type;
    this.extra = wrapping?.extra ?? extra;
    this.shardCause = wrapping ? cause : undefined;
  }

  /** The error as one object, as it stands in an item of a bulk answer. */
  toCause(): Cause {
    return { type: this.type, reason: this.message, ...this.extra };
  }

  /** The whole body of an error answer. */
  toBody() {
    return {
      error: { root_cause: [this.shardCause ?? this.toCause()], ...this.toCause() },
      status: this.status,
    };
  }
}

const refusal =
  (status: number, type: string) =>
  (reason: string, extra: Record<string, unknown> = {}) =>
    new ElasticError(status, { type, reason, ...extra });

export const illegalArgument = refusal(400, 'illegal_argument_exception');
export const parsing = refusal(400, 'parsing_exception');
export const xContentParse = refusal(400, 'x_content_parse_exception');
export const documentParsing = refusal(400, 'document_parsing_exception');
export const strictDynamicMapping = refusal(400, 'strict_dynamic_mapping_exception');
export const mapperParsing = refusal(400, 'mapper_parsing_exception');
export const invalidIndexName = refusal(400, 'invalid_index_name_exception');
export const invalidRequest = (reason: string) =>
  refusal(400, 'action_request_validation_exception')(`Validation Failed: 1: ${reason};`);

/** The stand-in's own refusal: the original could do this, the stand-in cannot, and says so. */
export const notAnswered = (what: string) =>
  illegalArgument(
    `${what} is not answered by the Elasticsearch stand-in: use an original server (docker compose up)`,
  );

export const indexNotFound = (index: string, why = '') =>
  refusal(404, 'index_not_found_exception')(`no such index [${index}]${why}`, {
    'resource.type': 'index_or_alias',
    'resource.id': index,
    index_uuid: '_na_',
    index,
  });

export const versionConflict = (id: string, why: string, index: string) =>
  refusal(409, 'version_conflict_engine_exception')(`[${id}]: version conflict, ${why}`, {
    shard: '0',
    index,
  });

/** A refusal that the original only finds on the shard: it reaches the caller as a failed search phase. */
export function shardRefusal(type: string, reason: string, index: string): ElasticError {
  const cause = { type, reason, index };
  return new ElasticError(400, cause, {
    type: 'search_phase_execution_exception',
    reason: 'all shards failed',
    extra: {
      phase: 'query',
      grouped: true,
      failed_shards: [{ shard: 0, index, node: 'stand-in', reason: cause }],
    },
  });
}
