import type { Cluster } from '../cluster/cluster.js';
import { documentParsing, illegalArgument, invalidRequest } from '../errors.js';
import type { SearchIndex } from '../index/search-index.js';
import { type Decision, decideWrite, type Expectation, PRIMARY_TERM } from '../index/write-decision.js';
import { isObject, type JsonObject } from '../json.js';
import { readDocument } from '../mapping/read-document.js';

/** One write of one document; without a source it is a deletion. */
export interface Write {
  readonly id: string;
  readonly source: string | undefined;
  readonly expectation: Expectation;
}

/** What became of a write, as the original reports it. */
export interface WriteAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Decides a write, keeps it, carries it out. Throws, and changes nothing, if it is refused. */
export function writeDocument(
  cluster: Cluster,
  index: SearchIndex,
  { id, source, expectation }: Write,
): WriteAnswer {
  checkId(id);
  const deletes = source === undefined;
  const decision = decideWrite({ index: index.name, id, deletes }, index.current(id), expectation);
  if (!deletes) readDocument(index.mapping, readSource(source));
  const common = { index: index.name, id, version: decision.version, seqNo: index.nextSeqNo };
  cluster.commit(
    deletes ? { op: 'delete', ...common, deletedAt: cluster.now() } : { op: 'put', ...common, source },
  );
  return answer(index, { id, decision, seqNo: common.seqNo });
}

/** Reads the source of a document; throws document_parsing_exception. */
export function readSource(source: string): JsonObject {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    throw documentParsing(`failed to parse: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(json)) throw documentParsing('failed to parse, document is empty or no object');
  return json;
}

function checkId(id: string): void {
  if (id === '') throw illegalArgument('if _id is specified it must not be empty');
  const bytes = Buffer.byteLength(id);
  if (bytes > 512)
    throw invalidRequest(`id [${id}] is too long, must be no longer than 512 bytes but was: ${bytes}`);
}

const statuses: Readonly<Record<Decision['result'], number>> = {
  created: 201,
  updated: 200,
  deleted: 200,
  not_found: 404,
};

function answer(
  index: SearchIndex,
  { id, decision, seqNo }: { id: string; decision: Decision; seqNo: number },
): WriteAnswer {
  return {
    status: statuses[decision.result],
    body: {
      _index: index.name,
      _id: id,
      _version: decision.version,
      result: decision.result,
      _shards: shards(index),
      _seq_no: seqNo,
      _primary_term: PRIMARY_TERM,
    },
  };
}

/** How many copies took part; there is never more than one here. */
export const shards = (index: SearchIndex) => ({
  total: 1 + index.settings.replicas,
  successful: 1,
  failed: 0,
});
