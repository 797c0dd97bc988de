import type { Cluster } from '../cluster/cluster.js';
import { resolve } from '../cluster/resolve.js';
import { illegalArgument } from '../errors.js';
import { ok, type Request, type Route } from '../http/route.js';
import type { SearchIndex } from '../index/search-index.js';

/** The version whose answers this server was held to. */
const VERSION = '9.4.3';

const info: Route = {
  methods: ['GET', 'HEAD'],
  path: '/',
  params: [],
  handle: () =>
    ok({
      name: 'stand-in',
      cluster_name: 'evenkeel',
      cluster_uuid: 'stand-in',
      version: { number: VERSION, build_flavor: 'evenkeel-stand-in', build_type: 'node' },
      tagline: 'You Know, for Search (a development stand-in)',
    }),
};

const ranks = ['green', 'yellow', 'red'];

/** A copy that has no second node to be on makes an index yellow. */
const statusOf = (index: SearchIndex) => (index.settings.replicas > 0 ? 'yellow' : 'green');

function health({ cluster, path, params }: Request) {
  const indexes = path.index === undefined ? [...cluster.indexes.values()] : resolve(cluster, path.index);
  const missing = indexes.reduce((sum, index) => sum + index.settings.replicas, 0);
  const status = indexes.some((index) => statusOf(index) === 'yellow') ? 'yellow' : 'green';
  const wanted = params.string('wait_for_status') ?? 'red';
  if (!ranks.includes(wanted)) throw illegalArgument(`unknown cluster health status [${wanted}]`);
  // Nothing here would become better by waiting, so that it makes no difference how long one would.
  const late = ranks.indexOf(status) > ranks.indexOf(wanted);
  const active = indexes.length;
  return {
    status: late ? 408 : 200,
    body: {
      cluster_name: 'evenkeel',
      status,
      timed_out: late,
      number_of_nodes: 1,
      number_of_data_nodes: 1,
      active_primary_shards: active,
      active_shards: active,
      relocating_shards: 0,
      initializing_shards: 0,
      unassigned_shards: missing,
      delayed_unassigned_shards: 0,
      number_of_pending_tasks: 0,
      number_of_in_flight_fetch: 0,
      task_max_waiting_in_queue_millis: 0,
      active_shards_percent_as_number: active + missing === 0 ? 100 : (100 * active) / (active + missing),
    },
  };
}

const clusterHealth: Route = {
  methods: ['GET'],
  path: '/_cluster/health',
  params: ['wait_for_status', 'timeout'],
  handle: health,
};
const indexHealth: Route = { ...clusterHealth, path: '/_cluster/health/{index}' };

type Row = Readonly<Record<string, string>>;

const cat = (path: string, rows: (cluster: Cluster) => Row[]): Route => ({
  methods: ['GET'],
  path,
  params: ['format', 'v'],
  handle: ({ cluster, params }) => {
    const format = params.string('format') ?? 'text';
    if (format === 'json') return ok(rows(cluster));
    if (format !== 'text')
      throw illegalArgument(`[format] may be json or text for the Elasticsearch stand-in, not [${format}]`);
    const [first] = rows(cluster);
    const heading = params.boolean('v') && first ? [`${Object.keys(first).join(' ')}\n`] : [];
    const lines = [...heading, ...rows(cluster).map((row) => `${Object.values(row).join(' ')}\n`)];
    return { status: 200, body: lines.join(''), contentType: 'text/plain; charset=UTF-8' };
  },
});

const catIndices = cat('/_cat/indices', (cluster) =>
  [...cluster.indexes.values()].map((index) => ({
    health: statusOf(index),
    status: 'open',
    index: index.name,
    uuid: index.spec.uuid,
    pri: '1',
    rep: String(index.settings.replicas),
    'docs.count': String(index.inverted.root.liveCount),
    'docs.deleted': String(index.inverted.root.size - index.inverted.root.liveCount),
  })),
);

const catAliases = cat('/_cat/aliases', (cluster) =>
  Object.entries(cluster.aliases).flatMap(([alias, entries]) =>
    Object.entries(entries).map(([index, entry]) => ({
      alias,
      index,
      is_write_index: entry.is_write_index === undefined ? '-' : String(entry.is_write_index),
    })),
  ),
);

export const serverRoutes: readonly Route[] = [info, clusterHealth, indexHealth, catIndices, catAliases];
