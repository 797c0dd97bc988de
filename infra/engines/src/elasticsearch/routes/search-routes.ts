import type { Cluster } from '../cluster/cluster.js';
import { resolveSearch } from '../cluster/resolve.js';
import { ElasticError, illegalArgument, invalidRequest } from '../errors.js';
import { readJson } from '../http/read-body.js';
import { type Answer, ok, type Request, type Route } from '../http/route.js';
import { isObject } from '../json.js';
import { Options } from '../options.js';
import { readQuery } from '../query/read-query.js';
import { Scope } from '../query/scope.js';
import { readSearch, type SearchRequest } from '../search/read-search.js';
import { runSearch } from '../search/run-search.js';
import { readSourceParams, sourceParams } from './source-params.js';

const searchTypes = ['query_then_fetch', 'dfs_query_then_fetch'];
const shardCount = (count: number) => ({ total: count, successful: count, skipped: 0, failed: 0 });

/** A search that could be read. */
interface Asked {
  readonly expression: string;
  readonly ignoreUnavailable: boolean;
  readonly request: SearchRequest;
}

/** A search of one index, or of none if a pattern means none. */
function search(cluster: Cluster, { expression, ignoreUnavailable, request }: Asked) {
  const started = performance.now();
  const index = resolveSearch(cluster, expression, ignoreUnavailable);
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
  const ignoreUnavailable = params.boolean('ignore_unavailable') ?? false;
  return ok(search(cluster, { expression: path.index ?? '*', ignoreUnavailable, request: readSearch(json) }));
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

/** Several searches: all are read before any is run; one that then fails does not stop the others. */
function searchMany({ cluster, path, body }: Request): Answer {
  const started = performance.now();
  if (body === '' || !body.endsWith('\n'))
    throw illegalArgument('The msearch request must be terminated by a newline [\\n]');
  const lines = body.split('\n').slice(0, -1);
  if (lines.length % 2 !== 0) throw invalidRequest('no requests added');
  const asked = lines.flatMap((line, at) =>
    at % 2 === 0 ? [readAsked(line, lines[at + 1] ?? '', path.index)] : [],
  );
  const responses = asked.map((each) => attempt(() => ({ ...search(cluster, each), status: 200 })));
  return ok({ took: Math.round(performance.now() - started), responses });
}

function readAsked(header: string, body: string, defaultIndex: string | undefined): Asked {
  const options = new Options('msearch', readJson(header), illegalArgument);
  const expression = options.strings('index')?.join(',') ?? defaultIndex ?? '*';
  const ignoreUnavailable = options.boolean('ignore_unavailable') ?? false;
  checkSearchType(options.string('search_type'));
  options.done();
  return { expression, ignoreUnavailable, request: readSearch(readJson(body)) };
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
