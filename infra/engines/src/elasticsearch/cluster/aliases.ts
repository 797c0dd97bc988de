import { ElasticError, illegalArgument, indexNotFound, notAnswered } from '../errors.js';
import type { Json } from '../json.js';
import { namePattern } from '../name-pattern.js';
import { Options } from '../options.js';

/** What an alias says about one of its indexes. */
export interface AliasEntry {
  readonly is_write_index?: boolean;
}
/** Indexes by alias. */
export type AliasTable = Readonly<Record<string, Readonly<Record<string, AliasEntry>>>>;

/** What became of one action: a removal may find nothing to remove. */
export interface ActionResult {
  readonly action: {
    readonly type: string;
    readonly indices: readonly string[];
    readonly aliases: readonly string[];
  };
  readonly missing: boolean;
}

/** Aliases after some actions, and the indexes that go with them. */
export interface AliasChange {
  readonly aliases: AliasTable;
  readonly removed: readonly string[];
  readonly results: readonly ActionResult[];
}

/**
 * Works out a list of alias actions as one change. Throws, and changes nothing, if one of them cannot be. A removal of
 * what is not there is only reported, as long as anything else happens and nobody said that it must exist.
 */
export function changeAliases(
  table: AliasTable,
  indexes: readonly string[],
  actions: readonly Json[],
): AliasChange {
  const draft = new Draft(table, indexes);
  for (const action of actions) draft.act(action);
  return draft.result();
}

class Draft {
  private readonly aliases: Map<string, Map<string, AliasEntry>>;
  private readonly indexes: readonly string[];
  private readonly removed = new Set<string>();
  private readonly results: ActionResult[] = [];

  constructor(table: AliasTable, indexes: readonly string[]) {
    this.indexes = indexes;
    this.aliases = new Map(
      Object.entries(table).map(([alias, entries]) => [alias, new Map(Object.entries(entries))]),
    );
  }

  act(json: Json): void {
    const [kind, body] = new Options('aliases', json, illegalArgument).only('an action');
    const options = new Options(kind, body, illegalArgument);
    const targets = this.targets([
      ...(options.strings('index') ?? []),
      ...(options.strings('indices') ?? []),
    ]);
    if (kind === 'remove_index') {
      options.done();
      for (const index of targets) this.removed.add(index);
      this.report(kind, targets, []);
      return;
    }
    const names = [...(options.strings('alias') ?? []), ...(options.strings('aliases') ?? [])];
    if (names.length === 0) throw illegalArgument(`[alias] can't be empty string (${kind})`);
    if (kind === 'add') this.add(targets, names, options);
    else if (kind === 'remove') this.remove(targets, names, options);
    else throw notAnswered(`alias action [${kind}]`);
  }

  result(): AliasChange {
    if (this.results.length > 0 && this.results.every(({ missing }) => missing))
      throw aliasesMissing(this.results.flatMap(({ action }) => action.aliases));
    const left = [...this.aliases]
      .map(([alias, entries]) => [alias, [...entries].filter(([index]) => !this.removed.has(index))] as const)
      .filter(([, entries]) => entries.length > 0);
    for (const [alias, entries] of left) {
      if (this.indexes.includes(alias) && !this.removed.has(alias))
        throw new ElasticError(400, {
          type: 'invalid_alias_name_exception',
          reason: `Invalid alias name [${alias}]: an index or data stream exists with the same name as the alias`,
        });
      if (entries.filter(([, entry]) => entry.is_write_index).length > 1)
        throw new ElasticError(500, {
          type: 'illegal_state_exception',
          reason: `alias [${alias}] has more than one write index [${entries.map(([index]) => index).join(',')}]`,
        });
    }
    const aliases = Object.fromEntries(left.map(([alias, entries]) => [alias, Object.fromEntries(entries)]));
    return { aliases, removed: [...this.removed], results: this.results };
  }

  private targets(patterns: readonly string[]): string[] {
    return patterns.flatMap((pattern) => {
      const found = this.indexes.filter(namePattern(pattern));
      if (found.length === 0) throw indexNotFound(pattern);
      return found;
    });
  }

  private add(targets: readonly string[], names: readonly string[], options: Options): void {
    const isWrite = options.boolean('is_write_index');
    options.done();
    for (const name of names) {
      const entries = this.aliases.get(name) ?? new Map<string, AliasEntry>();
      for (const index of targets)
        entries.set(index, isWrite === undefined ? {} : { is_write_index: isWrite });
      this.aliases.set(name, entries);
    }
    this.report('add', targets, names);
  }

  private remove(targets: readonly string[], names: readonly string[], options: Options): void {
    const mustExist = options.boolean('must_exist') ?? false;
    options.done();
    let gone = false;
    for (const name of names) {
      const found = [...this.aliases].filter(([alias]) => namePattern(name)(alias));
      const removals = found.flatMap(([, entries]) => targets.map((index) => entries.delete(index)));
      if (removals.includes(true)) gone = true;
      else if (mustExist) throw aliasesMissing([name]);
    }
    this.report('remove', targets, names, !gone);
  }

  private report(
    type: string,
    indices: readonly string[],
    aliases: readonly string[],
    missing = false,
  ): void {
    this.results.push({ action: { type, indices, aliases }, missing });
  }
}

/** Says that aliases to be removed are not there. */
export const aliasesMissing = (names: readonly string[]): ElasticError =>
  new ElasticError(404, {
    type: 'aliases_not_found_exception',
    reason: `aliases [${names.join(',')}] missing`,
    'resource.type': 'aliases',
    'resource.id': names.join(','),
  });
