import { resolveOne, resolveWrite } from '../cluster/resolve.js';
import { newId } from '../documents/bulk.js';
import { readExpectation } from '../documents/read-expectation.js';
import { updateDocument } from '../documents/update-document.js';
import { type WriteAnswer, writeDocument } from '../documents/write-document.js';
import { ElasticError, illegalArgument } from '../errors.js';
import type { Params } from '../http/params.js';
import { readJson } from '../http/read-body.js';
import type { Answer, Request, Route } from '../http/route.js';
import type { SearchIndex } from '../index/search-index.js';
import { PRIMARY_TERM } from '../index/write-decision.js';
import { RawJson } from '../json.js';
import { shownSource } from '../search/source-filter.js';
import { readSourceParams, sourceParams } from './source-params.js';

const conditionParams = ['version', 'version_type', 'if_seq_no', 'if_primary_term'];

const conditionsOf = (params: Params) => ({
  version: params.integer('version'),
  versionType: params.string('version_type'),
  ifSeqNo: params.integer('if_seq_no'),
  ifPrimaryTerm: params.integer('if_primary_term'),
});

/** Whether a write is to be seen by searches before it is answered. Waiting for it and making it are one here. */
export function wantsRefresh(params: Params): 'forced' | 'awaited' | undefined {
  const value = params.string('refresh');
  if (value === undefined || value === 'false') return undefined;
  if (value === 'true' || value === '') return 'forced';
  if (value === 'wait_for') return 'awaited';
  throw illegalArgument(`Unknown value for refresh: [${value}].`);
}

/** Writes, then refreshes if that was asked for. */
function write({ cluster, params }: Request, index: SearchIndex, run: () => WriteAnswer): Answer {
  const refresh = wantsRefresh(params);
  const { status, body } = run();
  if (!refresh || body.result === 'noop') return { status, body };
  cluster.refresh(index);
  return { status, body: refresh === 'forced' ? { ...body, forced_refresh: true } : body };
}

function put(request: Request): Answer {
  const { cluster, path, params, body } = request;
  const opType = params.string('op_type') ?? 'index';
  if (opType !== 'index' && opType !== 'create')
    throw illegalArgument(`opType must be 'create' or 'index', found: [${opType}]`);
  const expectation = readExpectation(opType === 'create', conditionsOf(params));
  const index = resolveWrite(cluster, path.index ?? '');
  const id = path.id ?? newId();
  return write(request, index, () => writeDocument(cluster, index, { id, source: body, expectation }));
}

const index: Route = {
  methods: ['PUT', 'POST'],
  path: '/{index}/_doc/{id}',
  params: [...conditionParams, 'op_type', 'refresh'],
  handle: put,
};

const create: Route = {
  methods: ['PUT', 'POST'],
  path: '/{index}/_create/{id}',
  params: ['refresh'],
  handle: (request) => {
    const { cluster, path, body } = request;
    const target = resolveWrite(cluster, path.index ?? '');
    const id = path.id ?? '';
    return write(request, target, () =>
      writeDocument(cluster, target, { id, source: body, expectation: { by: 'absence' } }),
    );
  },
};

const remove: Route = {
  methods: ['DELETE'],
  path: '/{index}/_doc/{id}',
  params: [...conditionParams, 'refresh'],
  handle: (request) => {
    const { cluster, path, params } = request;
    const expectation = readExpectation(false, conditionsOf(params));
    const target = resolveWrite(cluster, path.index ?? '');
    return write(request, target, () =>
      writeDocument(cluster, target, { id: path.id ?? '', source: undefined, expectation }),
    );
  },
};

const update: Route = {
  methods: ['POST'],
  path: '/{index}/_update/{id}',
  // Requests are carried out one after the other, so that there is never a conflict to try again.
  params: ['if_seq_no', 'if_primary_term', 'refresh', 'retry_on_conflict'],
  handle: (request) => {
    const { cluster, path, params, body } = request;
    const expectation = readExpectation(false, conditionsOf(params));
    const target = resolveWrite(cluster, path.index ?? '');
    return write(request, target, () =>
      updateDocument(cluster, target, { id: path.id ?? '', body: readJson(body), expectation }),
    );
  },
};

/** A document by its id, as it was written last, whether searches see it yet or not. */
export function foundDocument(target: SearchIndex, id: string, filter = readSourceParams(undefined)) {
  const document = target.documents.get(id);
  if (!document) return { _index: target.name, _id: id, found: false };
  return {
    _index: target.name,
    _id: id,
    _version: document.version,
    _seq_no: document.seqNo,
    _primary_term: PRIMARY_TERM,
    found: true,
    _source: shownSource(document.source, filter),
  };
}

const get: Route = {
  methods: ['GET', 'HEAD'],
  path: '/{index}/_doc/{id}',
  params: sourceParams,
  handle: ({ cluster, path, params }) => {
    const body = foundDocument(
      resolveOne(cluster, path.index ?? ''),
      path.id ?? '',
      readSourceParams(params),
    );
    return { status: body.found ? 200 : 404, body };
  },
};

const getSource: Route = {
  methods: ['GET', 'HEAD'],
  path: '/{index}/_source/{id}',
  params: [],
  handle: ({ cluster, path }) => {
    const document = resolveOne(cluster, path.index ?? '').documents.get(path.id ?? '');
    if (document) return { status: 200, body: new RawJson(document.source) };
    const reason = `Document not found [${path.index}]/[${path.id}]`;
    throw new ElasticError(404, { type: 'resource_not_found_exception', reason });
  },
};

export const documentRoutes: readonly Route[] = [
  index,
  { ...index, methods: ['POST'], path: '/{index}/_doc' },
  create,
  remove,
  update,
  get,
  getSource,
];
