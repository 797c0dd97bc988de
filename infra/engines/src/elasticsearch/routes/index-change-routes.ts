import { resolve } from '../cluster/resolve.js';
import { illegalArgument } from '../errors.js';
import { readJson } from '../http/read-body.js';
import { acknowledged, ok, type Request, type Route } from '../http/route.js';
import { readSettings } from '../index/index-settings.js';
import { isObject, type JsonObject } from '../json.js';
import { mergeMapping } from '../mapping/merge-mapping.js';
import { readMapping } from '../mapping/read-mapping.js';

function readObject(body: string): JsonObject {
  const json = readJson(body, null);
  if (!isObject(json)) throw illegalArgument('the request needs an object as its body');
  return json;
}

const putMapping: Route = {
  methods: ['PUT', 'POST'],
  path: '/{index}/_mapping',
  params: [],
  handle: ({ cluster, path, body }) => {
    const added = readObject(body);
    const changes = resolve(cluster, path.index ?? '').map((index) => {
      const mappings = mergeMapping(index.mappings, added);
      readMapping(mappings, index.analysis);
      return { index: index.name, mappings };
    });
    for (const change of changes) cluster.commit({ op: 'mappings', ...change });
    return acknowledged;
  },
};

const putSettings: Route = {
  methods: ['PUT'],
  path: '/{index}/_settings',
  params: [],
  handle: ({ cluster, path, body }) => {
    const settings = readObject(body);
    const indexes = resolve(cluster, path.index ?? '');
    for (const index of indexes) {
      const next = readSettings(settings, index.settings);
      if (JSON.stringify(next.analysis) !== JSON.stringify(index.settings.analysis))
        throw illegalArgument(
          `Can't update non dynamic settings [[index.analysis]] for open indices [[${index.name}]]`,
        );
    }
    for (const index of indexes) cluster.commit({ op: 'settings', index: index.name, settings });
    return acknowledged;
  },
};

function refresh({ cluster, path }: Request) {
  const indexes = resolve(cluster, path.index ?? '*');
  for (const index of indexes) cluster.refresh(index);
  const copies = indexes.reduce((sum, index) => sum + 1 + index.settings.replicas, 0);
  return ok({ _shards: { total: copies, successful: indexes.length, failed: 0 } });
}

const refreshIndex: Route = {
  methods: ['POST', 'GET'],
  path: '/{index}/_refresh',
  params: [],
  handle: refresh,
};

export const indexChangeRoutes: readonly Route[] = [
  putMapping,
  putSettings,
  refreshIndex,
  { ...refreshIndex, path: '/_refresh' },
];
