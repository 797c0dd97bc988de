import { randomBytes } from 'node:crypto';
import { type Analysis, readAnalysis } from '../analysis/analysis.js';
import { InvertedIndex, type StoredDocument } from '../invert/inverted-index.js';
import type { JsonObject } from '../json.js';
import type { Mapping } from '../mapping/field.js';
import { readAccepted } from '../mapping/read-document.js';
import { readMapping } from '../mapping/read-mapping.js';
import type { Searched } from '../query/scope.js';
import { type IndexSettings, readSettings } from './index-settings.js';
import type { Current } from './write-decision.js';

/** How an index was asked for. */
export interface IndexSpec {
  readonly uuid: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly settings: JsonObject;
  readonly mappings: JsonObject;
}

export const newIndexSpec = (settings: JsonObject, mappings: JsonObject, createdAt: number): IndexSpec => ({
  uuid: randomBytes(16).toString('base64url'),
  createdAt,
  settings,
  mappings,
});

/** How long the version of a deleted document is remembered, so that a late, older write does not revive it. */
export const TOMBSTONE_MS = 60_000;

export interface Tombstone extends Current {
  readonly deletedAt: number;
}

/** One index: what was written, at once, and what searches see, from refresh to refresh. */
export class SearchIndex {
  readonly name: string;
  readonly spec: IndexSpec;
  readonly analysis: Analysis;
  readonly inverted = new InvertedIndex();
  readonly documents = new Map<string, StoredDocument>();
  readonly tombstones = new Map<string, Tombstone>();
  settings: IndexSettings;
  mappings: JsonObject;
  mapping: Mapping;
  nextSeqNo = 0;
  /** Ids written since the last refresh. */
  private readonly changed = new Set<string>();

  constructor(name: string, spec: IndexSpec) {
    this.name = name;
    this.spec = spec;
    this.settings = readSettings(spec.settings);
    this.analysis = readAnalysis(this.settings.analysis);
    this.mappings = spec.mappings;
    this.mapping = readMapping(spec.mappings, this.analysis);
  }

  changeMappings(mappings: JsonObject): void {
    this.mappings = mappings;
    this.mapping = readMapping(mappings, this.analysis);
  }

  current(id: string): Current | undefined {
    const document = this.documents.get(id);
    return document ? { ...document, deleted: false } : this.tombstones.get(id);
  }

  put(document: StoredDocument): void {
    this.documents.set(document.id, document);
    this.tombstones.delete(document.id);
    this.written(document.id, document.seqNo);
  }

  delete(id: string, tombstone: Tombstone): void {
    this.documents.delete(id);
    this.tombstones.set(id, tombstone);
    this.written(id, tombstone.seqNo);
  }

  get hasChanges(): boolean {
    return this.changed.size > 0;
  }

  /** Lets searches see what was written. */
  refresh(now: number): void {
    for (const id of this.changed) {
      const document = this.documents.get(id);
      const source = document && (JSON.parse(document.source) as JsonObject);
      if (document && source) this.inverted.put(document, readAccepted(this.mapping, source), this.mapping);
      else this.inverted.delete(id);
    }
    this.changed.clear();
    this.inverted.tidy();
    for (const [id, { deletedAt }] of this.tombstones)
      if (now - deletedAt > TOMBSTONE_MS) this.tombstones.delete(id);
  }

  searched(now: number): Searched {
    return { name: this.name, analysis: this.analysis, mapping: this.mapping, inverted: this.inverted, now };
  }

  private written(id: string, seqNo: number): void {
    // Searches see documents in the order in which they were written last.
    this.changed.delete(id);
    this.changed.add(id);
    this.nextSeqNo = Math.max(this.nextSeqNo, seqNo + 1);
  }
}
