import { aliasesMissing, changeAliases } from '../cluster/aliases.js';
import type { Cluster } from '../cluster/cluster.js';
import { resolve } from '../cluster/resolve.js';
import { illegalArgument } from '../errors.js';
import { readJson } from '../http/read-body.js';
import { type Answer, ok, type Request, type Route } from '../http/route.js';
import { isObject, type Json } from '../json.js';
import { namePattern } from '../name-pattern.js';
import { Options } from '../options.js';

/** All actions of a request are one change: nobody ever sees an alias half moved. */
function act(cluster: Cluster, actions: readonly Json[]): Answer {
  const { aliases, removed, results } = changeAliases(cluster.aliases, [...cluster.indexes.keys()], actions);
  cluster.commit({ op: 'aliases', aliases, removed });
  if (!results.some(({ missing }) => missing)) return ok({ acknowledged: true, errors: false });
  const shown = results.map(({ action, missing }) =>
    missing
      ? { action, status: 404, error: aliasesMissing(action.aliases).toCause() }
      : { action, status: 200 },
  );
  return ok({ acknowledged: true, errors: true, action_results: shown });
}

const update: Route = {
  methods: ['POST'],
  path: '/_aliases',
  params: [],
  handle: ({ cluster, body }) => {
    const options = new Options('aliases', readJson(body), illegalArgument);
    const actions = options.raw('actions');
    options.done();
    if (!Array.isArray(actions) || actions.length === 0) throw illegalArgument('No action specified');
    return act(cluster, actions);
  },
};

const put: Route = {
  methods: ['PUT', 'POST'],
  path: '/{index}/_alias/{alias}',
  params: [],
  handle: ({ cluster, path, body }) => {
    const how = readJson(body);
    if (!isObject(how)) throw illegalArgument('the body of an alias is an object');
    return act(cluster, [{ add: { ...how, index: (path.index ?? '').split(','), alias: path.alias ?? '' } }]);
  },
};

const remove: Route = {
  methods: ['DELETE'],
  path: '/{index}/_alias/{alias}',
  params: [],
  handle: ({ cluster, path }) =>
    act(cluster, [
      { remove: { index: (path.index ?? '').split(','), alias: (path.alias ?? '').split(',') } },
    ]),
};

function get({ cluster, path, method }: Request): Answer {
  const indexes = resolve(cluster, path.index ?? '*').map((index) => index.name);
  const wanted = path.alias?.split(',');
  const found = new Map<string, Record<string, unknown>>(wanted ? [] : indexes.map((index) => [index, {}]));
  for (const [alias, entries] of Object.entries(cluster.aliases)) {
    if (wanted && !wanted.some((pattern) => namePattern(pattern)(alias))) continue;
    for (const [index, entry] of Object.entries(entries))
      if (indexes.includes(index)) found.set(index, { ...found.get(index), [alias]: entry });
  }
  const missing = wanted?.filter((pattern) => !pattern.includes('*') && !cluster.aliases[pattern]) ?? [];
  const none = wanted !== undefined && found.size === 0;
  if (method === 'HEAD') return { status: none ? 404 : 200, body: {} };
  const body = Object.fromEntries([...found].map(([index, aliases]) => [index, { aliases }]));
  if (missing.length === 0) return ok(body);
  const what =
    missing.length === 1 ? `alias [${missing[0]}] missing` : `aliases [${missing.join(',')}] missing`;
  return { status: 404, body: { error: what, status: 404, ...body } };
}

const getAll: Route = { methods: ['GET'], path: '/_alias', params: [], handle: get };

export const aliasRoutes: readonly Route[] = [
  update,
  put,
  { ...put, path: '/{index}/_aliases/{alias}' },
  remove,
  { ...remove, path: '/{index}/_aliases/{alias}' },
  getAll,
  { ...getAll, methods: ['GET', 'HEAD'], path: '/_alias/{alias}' },
  { ...getAll, path: '/{index}/_alias' },
  { ...getAll, methods: ['GET', 'HEAD'], path: '/{index}/_alias/{alias}' },
];
