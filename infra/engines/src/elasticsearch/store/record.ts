import type { AliasTable } from '../cluster/aliases.js';
import type { IndexSpec } from '../index/search-index.js';
import type { JsonObject } from '../json.js';

/** One change of the whole server, as it stands in the log. */
export type LogRecord =
  | { readonly op: 'create'; readonly index: string; readonly spec: IndexSpec; readonly nextSeqNo: number }
  | { readonly op: 'mappings'; readonly index: string; readonly mappings: JsonObject }
  | { readonly op: 'settings'; readonly index: string; readonly settings: JsonObject }
  /** All aliases there are from now on, and the indexes that go in the same moment. */
  | { readonly op: 'aliases'; readonly aliases: AliasTable; readonly removed: readonly string[] }
  | {
      readonly op: 'put';
      readonly index: string;
      readonly id: string;
      readonly version: number;
      readonly seqNo: number;
      readonly source: string;
    }
  | {
      readonly op: 'delete';
      readonly index: string;
      readonly id: string;
      readonly version: number;
      readonly seqNo: number;
      readonly deletedAt: number;
    };
