import { versionConflict } from '../errors.js';

/** What is known of a document: its last write, even if that deleted it. */
export interface Current {
  readonly version: number;
  readonly seqNo: number;
  readonly deleted: boolean;
}

/** What a writer relies on. */
export type Expectation =
  | { readonly by: 'nothing' }
  | { readonly by: 'absence' }
  | { readonly by: 'seq_no'; readonly seqNo: number; readonly primaryTerm: number }
  | { readonly by: 'external'; readonly version: number; readonly orEqual: boolean };

/** A write that was not refused. */
export interface Decision {
  readonly version: number;
  readonly result: 'created' | 'updated' | 'deleted' | 'not_found';
}

/** There is one shard and it never fails over, so there is one primary term. */
export const PRIMARY_TERM = 1;

/** Decides a write from what is known of the document; throws version_conflict_engine_exception. */
export function decideWrite(
  { index, id, deletes }: { readonly index: string; readonly id: string; readonly deletes: boolean },
  current: Current | undefined,
  expectation: Expectation,
): Decision {
  const conflict = conflictOf(current, expectation);
  if (conflict) throw versionConflict(id, conflict, index);
  const exists = current !== undefined && !current.deleted;
  return {
    version: expectation.by === 'external' ? expectation.version : (current?.version ?? 0) + 1,
    result: deletes ? (exists ? 'deleted' : 'not_found') : exists ? 'updated' : 'created',
  };
}

function conflictOf(current: Current | undefined, expectation: Expectation): string | undefined {
  const exists = current !== undefined && !current.deleted;
  switch (expectation.by) {
    case 'nothing':
      return undefined;
    case 'absence':
      return exists ? `document already exists (current version [${current.version}])` : undefined;
    case 'seq_no': {
      const { seqNo, primaryTerm } = expectation;
      const required = `required seqNo [${seqNo}], primary term [${primaryTerm}]`;
      if (!exists) return `${required}. but no document was found`;
      if (current.seqNo === seqNo && primaryTerm === PRIMARY_TERM) return undefined;
      return `${required}. current document has seqNo [${current.seqNo}] and primary term [${PRIMARY_TERM}]`;
    }
    case 'external': {
      const { version, orEqual } = expectation;
      if (!current || current.version < version || (orEqual && current.version === version)) return undefined;
      const relation = orEqual ? 'higher than' : 'higher or equal to';
      return `current version [${current.version}] is ${relation} the one provided [${version}]`;
    }
  }
}
