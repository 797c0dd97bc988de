import { illegalArgument, indexNotFound, notAnswered } from '../errors.js';
import type { SearchIndex } from '../index/search-index.js';
import { namePattern } from '../name-pattern.js';
import type { Cluster } from './cluster.js';

/** The indexes that names, aliases and patterns (between commas) mean, each once. */
export function resolve(cluster: Cluster, expression: string, ignoreUnavailable = false): SearchIndex[] {
  const found = new Set<SearchIndex>();
  for (const part of expression.split(',')) {
    const names = namesOf(cluster, part);
    if (names.length === 0 && !part.includes('*') && !ignoreUnavailable) throw indexNotFound(part);
    for (const name of names) {
      const index = cluster.indexes.get(name);
      if (index) found.add(index);
    }
  }
  return [...found];
}

function namesOf(cluster: Cluster, part: string): string[] {
  const fits = namePattern(part);
  return [
    ...[...cluster.indexes.keys()].filter(fits),
    ...Object.entries(cluster.aliases).flatMap(([alias, entries]) =>
      fits(alias) ? Object.keys(entries) : [],
    ),
  ];
}

/** The one index a search is about; `undefined` if a pattern means none. */
export function resolveSearch(
  cluster: Cluster,
  expression: string,
  ignoreUnavailable = false,
): SearchIndex | undefined {
  const [index, more] = resolve(cluster, expression, ignoreUnavailable);
  if (more) throw notAnswered(`a search over several indexes ([${expression}])`);
  return index;
}

/** The one index a document is read from. */
export function resolveOne(cluster: Cluster, expression: string): SearchIndex {
  const [index, more] = resolve(cluster, expression);
  if (!index) throw indexNotFound(expression);
  if (more)
    throw illegalArgument(
      `alias [${expression}] has more than one index associated with it [${index.name}, ${more.name}], can't execute a single index op`,
    );
  return index;
}

/** The index a document is written to. The stand-in makes no index of its own accord. */
export function resolveWrite(cluster: Cluster, name: string): SearchIndex {
  const own = cluster.indexes.get(name);
  if (own) return own;
  const entries = Object.entries(cluster.aliases[name] ?? {});
  if (entries.length === 0)
    throw indexNotFound(name, ' and the Elasticsearch stand-in makes no index by itself: create it first');
  const chosen = entries.filter(([, entry]) => entry.is_write_index === true);
  const [only] = chosen.length > 0 ? chosen : entries.length === 1 ? entries : [];
  const index = only && only[1].is_write_index !== false ? cluster.indexes.get(only[0]) : undefined;
  if (!index)
    throw illegalArgument(
      `no write index is defined for alias [${name}]. The write index may be explicitly disabled using is_write_index=false or the alias points to multiple indices without one being designated as a write index`,
    );
  return index;
}
