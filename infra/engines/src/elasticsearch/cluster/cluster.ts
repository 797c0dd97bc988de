import { readSettings } from '../index/index-settings.js';
import { SearchIndex } from '../index/search-index.js';
import type { LogRecord } from '../store/record.js';
import type { AliasTable } from './aliases.js';

/** Keeps what happened. */
export interface Journal {
  append(record: LogRecord): void;
}

/** All indexes and aliases. Every change is a record: kept first, then carried out. */
export class Cluster {
  readonly indexes = new Map<string, SearchIndex>();
  readonly now: () => number;
  aliases: AliasTable = {};
  private journal: Journal = { append: () => undefined };
  private readonly timers = new Map<SearchIndex, NodeJS.Timeout>();

  constructor(now: () => number) {
    this.now = now;
  }

  /** From now on changes are kept; until then they are read from what was kept. */
  keepIn(journal: Journal): void {
    this.journal = journal;
  }

  /** Keeps a change and carries it out; throws, and changes nothing, if it cannot be kept. */
  commit(record: LogRecord): void {
    this.journal.append(record);
    this.apply(record);
  }

  apply(record: LogRecord): void {
    switch (record.op) {
      case 'create': {
        const index = new SearchIndex(record.index, record.spec);
        index.nextSeqNo = record.nextSeqNo;
        this.indexes.set(record.index, index);
        break;
      }
      case 'aliases':
        this.aliases = record.aliases;
        for (const name of record.removed) this.drop(name);
        break;
      case 'mappings':
        this.index(record.index).changeMappings(record.mappings);
        break;
      case 'settings': {
        const index = this.index(record.index);
        index.settings = readSettings(record.settings, index.settings);
        clearTimeout(this.timers.get(index));
        this.timers.delete(index);
        if (index.hasChanges) this.refreshLater(index);
        break;
      }
      case 'put':
        this.index(record.index).put({
          id: record.id,
          version: record.version,
          seqNo: record.seqNo,
          source: record.source,
        });
        this.refreshLater(this.index(record.index));
        break;
      case 'delete':
        this.bury(record);
        this.refreshLater(this.index(record.index));
        break;
    }
  }

  refresh(index: SearchIndex): void {
    clearTimeout(this.timers.get(index));
    this.timers.delete(index);
    index.refresh(this.now());
  }

  /** Everything there is as the fewest records that would make it again. */
  *records(): Generator<LogRecord> {
    for (const index of this.indexes.values()) {
      const { name, nextSeqNo, mappings } = index;
      const { analysis, replicas, refreshInterval } = index.settings;
      const settings = {
        analysis,
        number_of_replicas: replicas,
        ...(refreshInterval === undefined ? {} : { refresh_interval: refreshInterval }),
      };
      yield { op: 'create', index: name, spec: { ...index.spec, settings, mappings }, nextSeqNo };
      for (const document of index.documents.values()) yield { op: 'put', index: name, ...document };
      for (const [id, { version, seqNo, deletedAt }] of index.tombstones)
        yield { op: 'delete', index: name, id, version, seqNo, deletedAt };
    }
    yield { op: 'aliases', aliases: this.aliases, removed: [] };
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private bury({ index, id, version, seqNo, deletedAt }: LogRecord & { op: 'delete' }): void {
    this.index(index).delete(id, { version, seqNo, deletedAt, deleted: true });
  }

  private index(name: string): SearchIndex {
    const index = this.indexes.get(name);
    if (!index) throw new Error(`the log speaks of an index [${name}] that is not there`);
    return index;
  }

  private drop(name: string): void {
    const index = this.indexes.get(name);
    if (!index) return;
    clearTimeout(this.timers.get(index));
    this.timers.delete(index);
    this.indexes.delete(name);
  }

  private refreshLater(index: SearchIndex): void {
    const { refreshAfter } = index.settings;
    if (refreshAfter === undefined || this.timers.has(index)) return;
    this.timers.set(
      index,
      setTimeout(() => this.refresh(index), refreshAfter),
    );
  }
}
