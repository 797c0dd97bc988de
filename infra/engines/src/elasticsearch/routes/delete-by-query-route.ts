import { resolveSearch } from '../cluster/resolve.js';
import { writeDocument } from '../documents/write-document.js';
import { ElasticError, illegalArgument, invalidRequest } from '../errors.js';
import { readJson } from '../http/read-body.js';
import type { Answer, Request, Route } from '../http/route.js';
import type { SearchIndex } from '../index/search-index.js';
import { PRIMARY_TERM } from '../index/write-decision.js';
import { Options } from '../options.js';
import { readQuery } from '../query/read-query.js';
import { Scope } from '../query/scope.js';

/** Deletes what a search finds; what was written since searches saw it last is a conflict, and stays. */
export const deleteByQueryRoute: Route = {
  methods: ['POST'],
  path: '/{index}/_delete_by_query',
  params: ['refresh', 'conflicts', 'ignore_unavailable'],
  handle: (request) => {
    const started = performance.now();
    const { cluster, path, params, body } = request;
    const conflicts = params.string('conflicts') ?? 'abort';
    if (conflicts !== 'abort' && conflicts !== 'proceed')
      throw illegalArgument(`conflicts may only be "proceed" or "abort" but was [${conflicts}]`);
    const refresh = params.boolean('refresh') ?? false;
    const options = new Options('delete_by_query', readJson(body));
    const json = options.raw('query');
    options.done();
    if (json === undefined) throw invalidRequest('query is missing');
    const query = readQuery(json);
    const index = resolveSearch(cluster, path.index ?? '', params.boolean('ignore_unavailable') ?? false);
    const docs = index ? new Scope(index.searched(cluster.now())).run(query).docs : new Int32Array(0);
    const { deleted, failures, conflicted } = deleteAll(request, index, {
      docs,
      stop: conflicts === 'abort',
    });
    if (index && refresh) cluster.refresh(index);
    return answer({
      deleted,
      failures,
      conflicted,
      total: docs.length,
      took: Math.round(performance.now() - started),
    });
  },
};

interface Outcome {
  readonly deleted: number;
  readonly conflicted: number;
  readonly failures: readonly unknown[];
}

function deleteAll(
  { cluster }: Request,
  index: SearchIndex | undefined,
  { docs, stop }: { docs: Int32Array; stop: boolean },
): Outcome {
  let deleted = 0;
  let conflicted = 0;
  const failures: unknown[] = [];
  const seen = Array.from(docs, (doc) => index?.inverted.stored[doc]);
  for (const document of seen) {
    if (!index || !document) continue;
    const { id, seqNo } = document;
    try {
      const expectation = { by: 'seq_no', seqNo, primaryTerm: PRIMARY_TERM } as const;
      writeDocument(cluster, index, { id, source: undefined, expectation });
      deleted++;
    } catch (error) {
      if (!(error instanceof ElasticError) || error.status !== 409) throw error;
      conflicted++;
      if (stop) failures.push({ index: index.name, id, cause: error.toCause(), status: 409 });
    }
  }
  return { deleted, conflicted, failures };
}

function answer({
  deleted,
  conflicted,
  failures,
  total,
  took,
}: Outcome & { total: number; took: number }): Answer {
  return {
    status: failures.length > 0 ? 409 : 200,
    body: {
      took,
      timed_out: false,
      total,
      deleted,
      batches: total > 0 ? Math.ceil(total / 1000) : 0,
      version_conflicts: conflicted,
      noops: 0,
      retries: { bulk: 0, search: 0 },
      throttled_millis: 0,
      requests_per_second: -1,
      throttled_until_millis: 0,
      failures,
    },
  };
}
