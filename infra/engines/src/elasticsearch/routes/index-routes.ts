import { readAnalysis } from '../analysis/analysis.js';
import { changeAliases } from '../cluster/aliases.js';
import type { Cluster } from '../cluster/cluster.js';
import { checkIndexName } from '../cluster/index-name.js';
import { resolve } from '../cluster/resolve.js';
import { ElasticError, illegalArgument, indexNotFound, invalidIndexName } from '../errors.js';
import { readJson } from '../http/read-body.js';
import { acknowledged, ok, type Request, type Route } from '../http/route.js';
import { readSettings } from '../index/index-settings.js';
import { newIndexSpec, type SearchIndex } from '../index/search-index.js';
import type { Json, JsonObject } from '../json.js';
import { readMapping } from '../mapping/read-mapping.js';
import { Options } from '../options.js';

const create: Route = {
  methods: ['PUT'],
  path: '/{index}',
  params: [],
  handle: ({ cluster, path, body }) => {
    const name = path.index ?? '';
    refuseTaken(cluster, name);
    const options = new Options('create index', readJson(body), illegalArgument);
    const settings = options.object('settings') ?? {};
    const mappings = options.object('mappings') ?? {};
    const aliases = Object.entries(options.object('aliases') ?? {});
    options.done();
    // Read once before anything is kept: what is refused changes nothing.
    readMapping(mappings, readAnalysis(readSettings(settings).analysis));
    const actions = aliases.map(([alias, how]) => ({ add: { ...aliasOptions(how), index: name, alias } }));
    const change = changeAliases(cluster.aliases, [...cluster.indexes.keys(), name], actions);
    cluster.commit({
      op: 'create',
      index: name,
      spec: newIndexSpec(settings, mappings, cluster.now()),
      nextSeqNo: 0,
    });
    if (aliases.length > 0) cluster.commit({ op: 'aliases', aliases: change.aliases, removed: [] });
    return ok({ acknowledged: true, shards_acknowledged: true, index: name });
  },
};

const aliasOptions = (json: Json): JsonObject => {
  const options = new Options('alias', json, illegalArgument);
  const isWrite = options.boolean('is_write_index');
  options.done();
  return isWrite === undefined ? {} : { is_write_index: isWrite };
};

function refuseTaken(cluster: Cluster, name: string): void {
  checkIndexName(name);
  const existing = cluster.indexes.get(name);
  if (existing)
    throw new ElasticError(400, {
      type: 'resource_already_exists_exception',
      reason: `index [${name}/${existing.spec.uuid}] already exists`,
      index_uuid: existing.spec.uuid,
      index: name,
    });
  if (cluster.aliases[name])
    throw invalidIndexName(`Invalid index name [${name}], already exists as alias`, { index: name });
}

const remove: Route = {
  methods: ['DELETE'],
  path: '/{index}',
  params: ['ignore_unavailable'],
  handle: ({ cluster, path, params }) => {
    const names = (path.index ?? '').split(',');
    const ignore = params.boolean('ignore_unavailable') ?? false;
    for (const name of names) {
      if (name.includes('*')) throw illegalArgument('Wildcard expressions or all indices are not allowed');
      if (cluster.aliases[name])
        throw illegalArgument(
          `The provided expression [${name}] matches an alias, specify the corresponding concrete indices instead.`,
        );
      if (!cluster.indexes.has(name) && !ignore) throw indexNotFound(name);
    }
    const there = names.filter((name) => cluster.indexes.has(name));
    const actions = there.map((index) => ({ remove_index: { index } }));
    if (there.length > 0) {
      const { aliases, removed } = changeAliases(cluster.aliases, [...cluster.indexes.keys()], actions);
      cluster.commit({ op: 'aliases', aliases, removed });
    }
    return acknowledged;
  },
};

const exists: Route = {
  methods: ['HEAD'],
  path: '/{index}',
  params: [],
  handle: ({ cluster, path }) => {
    const names = (path.index ?? '').split(',');
    const all = names.every((name) => resolve(cluster, name, true).length > 0);
    return { status: all ? 200 : 404, body: {} };
  },
};

const describe =
  (show: (index: SearchIndex, cluster: Cluster) => Record<string, unknown>) =>
  ({ cluster, path }: Request) =>
    ok(
      Object.fromEntries(
        resolve(cluster, path.index ?? '*').map((index) => [index.name, show(index, cluster)]),
      ),
    );

const aliasesOf = (cluster: Cluster, index: SearchIndex) =>
  Object.fromEntries(
    Object.entries(cluster.aliases).flatMap(([alias, entries]) => {
      const entry = entries[index.name];
      return entry ? [[alias, entry]] : [];
    }),
  );

const shownSettings = (index: SearchIndex) => ({
  index: {
    number_of_shards: '1',
    number_of_replicas: String(index.settings.replicas),
    ...(index.settings.refreshInterval === undefined
      ? {}
      : { refresh_interval: index.settings.refreshInterval }),
    ...(Object.keys(index.settings.analysis).length > 0 ? { analysis: index.settings.analysis } : {}),
    provided_name: index.name,
    creation_date: String(index.spec.createdAt),
    uuid: index.spec.uuid,
  },
});

const get: Route = {
  methods: ['GET'],
  path: '/{index}',
  params: [],
  handle: describe((index, cluster) => ({
    aliases: aliasesOf(cluster, index),
    mappings: index.mappings,
    settings: shownSettings(index),
  })),
};

const getMapping: Route = {
  methods: ['GET'],
  path: '/{index}/_mapping',
  params: [],
  handle: describe((index) => ({ mappings: index.mappings })),
};

const getSettings: Route = {
  methods: ['GET'],
  path: '/{index}/_settings',
  params: [],
  handle: describe((index) => ({ settings: shownSettings(index) })),
};

export const indexRoutes: readonly Route[] = [
  create,
  remove,
  exists,
  get,
  getMapping,
  { ...getMapping, path: '/_mapping' },
  getSettings,
  { ...getSettings, path: '/_settings' },
];
