import type { Cluster } from '../cluster/cluster.js';
import { resolveOne } from '../cluster/resolve.js';
import { readBulk, runBulk } from '../documents/bulk.js';
import { ElasticError, illegalArgument, invalidRequest } from '../errors.js';
import { readJson } from '../http/read-body.js';
import { type Answer, ok, type Request, type Route } from '../http/route.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';
import { readSourceFilter } from '../search/source-filter.js';
import { foundDocument, wantsRefresh } from './document-routes.js';
import { readSourceParams, sourceParams } from './source-params.js';

function bulk({ cluster, path, params, body }: Request): Answer {
  const started = performance.now();
  const refresh = wantsRefresh(params);
  const read = readBulk(body, path.index);
  if (read.length === 0) throw invalidRequest('no requests added');
  const { items, errors, touched } = runBulk(cluster, read, refresh === 'forced');
  if (refresh) for (const index of touched) cluster.refresh(index);
  return ok({ errors, took: Math.round(performance.now() - started), items });
}

const bulkRoute: Route = { methods: ['POST', 'PUT'], path: '/_bulk', params: ['refresh'], handle: bulk };

function readMany({ cluster, path, params, body }: Request): Answer {
  const options = new Options('mget', readJson(body));
  const docs = options.list('docs') ?? [];
  const ids = options.strings('ids') ?? [];
  options.done();
  if (docs.length + ids.length === 0) throw invalidRequest('no documents to get');
  const usual = readSourceParams(params);
  const wanted: Json[] = [...docs, ...ids.map((id) => ({ _id: id }))];
  return ok({ docs: wanted.map((each) => readOne(cluster, each, { defaultIndex: path.index, usual })) });
}

function readOne(
  cluster: Cluster,
  json: Json,
  { defaultIndex, usual }: { defaultIndex: string | undefined; usual: ReturnType<typeof readSourceParams> },
) {
  const options = new Options('mget', json);
  const name = options.string('_index') ?? defaultIndex;
  const id = options.string('_id');
  const source = options.raw('_source');
  options.done();
  if (!name || id === undefined) throw illegalArgument('[mget] index is missing, or id is');
  try {
    return foundDocument(
      resolveOne(cluster, name),
      id,
      source === undefined ? usual : readSourceFilter(source),
    );
  } catch (error) {
    if (!(error instanceof ElasticError)) throw error;
    return { _index: name, _id: id, error: error.toBody().error };
  }
}

const mget: Route = { methods: ['GET', 'POST'], path: '/_mget', params: sourceParams, handle: readMany };

export const manyDocumentsRoutes: readonly Route[] = [
  bulkRoute,
  { ...bulkRoute, path: '/{index}/_bulk' },
  mget,
  { ...mget, path: '/{index}/_mget' },
];
