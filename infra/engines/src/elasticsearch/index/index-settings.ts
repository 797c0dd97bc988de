import { illegalArgument } from '../errors.js';
import { isObject, type Json, type JsonObject } from '../json.js';

/** What an index is told about itself; analysis is read apart. */
export interface IndexSettings {
  readonly replicas: number;
  /** Milliseconds until a write is seen by searches without being asked for; `undefined`: never. */
  readonly refreshAfter: number | undefined;
  readonly refreshInterval: string | undefined;
  readonly analysis: JsonObject;
}

/** Reads settings in any of the spellings there are: below `index` or not, nested or with dots. */
export function readSettings(json: Json | undefined, before?: IndexSettings): IndexSettings {
  const settings = flatten(json ?? {});
  const take = (key: string) => {
    const value = settings.get(key);
    settings.delete(key);
    return value;
  };
  const shards = take('number_of_shards');
  if (shards !== undefined && (before || Number(shards) !== 1))
    throw illegalArgument(
      `[index.number_of_shards] of [${String(shards)}]: an index of the Elasticsearch stand-in has one shard, from its start`,
    );
  const replicas = Number(take('number_of_replicas') ?? before?.replicas ?? 1);
  if (!Number.isInteger(replicas) || replicas < 0)
    throw illegalArgument('Failed to parse value for setting [index.number_of_replicas] must be >= 0');
  const interval = take('refresh_interval');
  const refreshInterval =
    interval === undefined ? before?.refreshInterval : interval === null ? undefined : String(interval);
  const analysis = take('analysis') ?? before?.analysis ?? {};
  if (!isObject(analysis)) throw illegalArgument('[index.analysis] must be an object');
  const [unknown] = settings.keys();
  if (unknown !== undefined)
    throw illegalArgument(
      `unknown setting [index.${unknown}], or one the Elasticsearch stand-in does not honour`,
    );
  return { replicas, refreshInterval, refreshAfter: duration(refreshInterval ?? '1s'), analysis };
}

/** Settings by name without `index.`; the analysis stays one object. */
function flatten(json: Json, prefix = ''): Map<string, Json> {
  if (!isObject(json)) throw illegalArgument('settings must be an object');
  const flat = new Map<string, Json>();
  for (const [key, value] of Object.entries(json)) {
    const name = (prefix + key).replace(/^index\./, '');
    if (name === 'index' || (isObject(value) && name !== 'analysis'))
      for (const [inner, each] of flatten(value, name === 'index' ? '' : `${name}.`)) flat.set(inner, each);
    else flat.set(name, value);
  }
  return flat;
}

const lengths: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000 };

function duration(text: string): number | undefined {
  if (text === '-1') return undefined;
  const [, digits, unit] = /^(\d+)(ms|s|m)$/.exec(text) ?? [];
  if (digits === undefined || unit === undefined)
    throw illegalArgument(
      `failed to parse setting [index.refresh_interval] with value [${text}] as a time value: unit is missing or unrecognized`,
    );
  return Number(digits) * (lengths[unit] ?? 1);
}
