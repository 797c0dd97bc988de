import type { Cluster } from '../cluster/cluster.js';
import { resolveSearch } from '../cluster/resolve.js';
import { ElasticError, illegalArgument, invalidRequest } from '../errors.js';
import { readJson } from '../http/read-body.js';
import { type Answer, ok, type Request, type Route } from '../http/route.js';
import { isObject, type Json } from '../json.js';
import { Options } from '../options.js';
import { readQuery } from '../query/read-query.js';
import { Scope } from '../query/scope.js';
import { readSearch } from '../search/read-search.js';
import { runSearch } from '../search/run-search.js';
import { readSourceParams, sourceParams } from './source-params.js';

const searchTypes = ['query_then_fetch', 'dfs_query_then_fetch'];
const shardCount = (count: number) => ({ total: count, successful: count, skipped: 0, failed: 0 });

/** A search of one index, or of none if a pattern means none. */
function search(
  cluster: Cluster,
  { expression, body, ignore }: { expression: string; body: Json; ignore: boolean },
) {
  const started = performance.now();
  const index = resolveSearch(cluster, expression, ignore);
  const request = readSearch(body);
  const found = index
    ? runSearch(index.searched(cluster.now()), request)
    : { hits: { total: { value: 0, relation: 'eq' }, max_score: 0, hits: [] } };
  const took = Math.round(performance.now() - started);
  return { took, timed_out: false, _shards: shardCount(index ? 1 : 0), ...found };
}

function searchRoute({ cluster, path, params, body }: Request): Answer {
  checkSearchType(params.string('search_type'));
  const json = readJson(body);
  const filtered = sourceParams.some((name) => params.string(name) !== undefined);
  if (filtered && isObject(json)) {
    const { show, includes, excludes } = readSourceParams(params);
    json._source = show && { includes: [...includes], excludes: [...excludes] };
  }
  const ignore = params.boolean('ignore_unavailable') ?? false;
  return ok(search(cluster, { expression: path.index ?? '*', body: json, ignore }));
}

/** One shard counts its own frequencies, so that both types are the same here. */
function checkSearchType(type: string | undefined): void {
  if (type !== undefined && !searchTypes.includes(type))
    throw illegalArgument(`No search type for [${type}]`);
}

const searchIndex: Route = {
  methods: ['GET', 'POST'],
  path: '/{index}/_search',
  params: [...sourceParams, 'ignore_unavailable', 'search_type'],
  handle: searchRoute,
};

/** Several searches; one that is refused does not stop the others. */
function searchMany({ cluster, path, body }: Request): Answer {
  const started = performance.now();
  if (body === '' || !body.endsWith('\n'))
    throw illegalArgument('The msearch request must be terminated by a newline [\\n]');
  const lines = body.split('\n').slice(0, -1);
  if (lines.length % 2 !== 0) throw invalidRequest('no requests added');
  const responses: unknown[] = [];
  for (let at = 0; at < lines.length; at += 2) {
    const header = new Options('msearch', readJson(lines[at] ?? ''), illegalArgument);
    const expression = header.strings('index')?.join(',') ?? path.index ?? '*';
    const ignore = header.boolean('ignore_unavailable') ?? false;
    checkSearchType(header.string('search_type'));
    header.done();
    responses.push(
      attempt(() => ({
        ...search(cluster, { expression, body: readJson(lines[at + 1] ?? ''), ignore }),
        status: 200,
      })),
    );
  }
  return ok({ took: Math.round(performance.now() - started), responses });
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (error instanceof ElasticError) return error.toBody();
    throw error;
  }
}

const msearch: Route = { methods: ['GET', 'POST'], path: '/_msearch', params: [], handle: searchMany };

function count({ cluster, path, params, body }: Request): Answer {
  const options = new Options('count', readJson(body));
  const query = readQuery(options.raw('query'));
  options.done();
  const index = resolveSearch(cluster, path.index ?? '*', params.boolean('ignore_unavailable') ?? false);
  const found = index ? new Scope(index.searched(cluster.now())).run(query).docs.length : 0;
  return ok({ count: found, _shards: shardCount(index ? 1 : 0) });
}

const countIndex: Route = {
  methods: ['GET', 'POST'],
  path: '/{index}/_count',
  params: ['ignore_unavailable'],
  handle: count,
};

export const searchRoutes: readonly Route[] = [
  searchIndex,
  { ...searchIndex, path: '/_search' },
  msearch,
  { ...msearch, path: '/{index}/_msearch' },
  countIndex,
  { ...countIndex, path: '/_count' },
];
