import type { Cluster } from '../cluster/cluster.js';
import { ElasticError, invalidRequest } from '../errors.js';
import type { SearchIndex } from '../index/search-index.js';
import { type Expectation, PRIMARY_TERM } from '../index/write-decision.js';
import { isObject, type Json, type JsonObject } from '../json.js';
import { Options } from '../options.js';
import { readSource, type WriteAnswer, writeDocument } from './write-document.js';

/** Changes part of a document, or makes it if it is not there and the request says of what. */
export function updateDocument(
  cluster: Cluster,
  index: SearchIndex,
  { id, body, expectation }: { readonly id: string; readonly body: Json; readonly expectation: Expectation },
): WriteAnswer {
  const options = new Options('update', body);
  const doc = options.object('doc');
  const docAsUpsert = options.boolean('doc_as_upsert') ?? false;
  const upsert = options.object('upsert') ?? (docAsUpsert ? doc : undefined);
  const detectNoop = options.boolean('detect_noop') ?? true;
  options.done();
  if (!doc) throw invalidRequest('script or doc is missing');
  const document = index.documents.get(id);
  if (!document) {
    if (!upsert) throw documentMissing(id, index.name);
    return writeDocument(cluster, index, {
      id,
      source: JSON.stringify(upsert),
      expectation: { by: 'absence' },
    });
  }
  const before = readSource(document.source);
  const after = merge(before, doc);
  if (detectNoop && same(before, after))
    return { status: 200, body: noop(index, { id, version: document.version, seqNo: document.seqNo }) };
  return writeDocument(cluster, index, { id, source: JSON.stringify(after), expectation });
}

const documentMissing = (id: string, index: string) =>
  new ElasticError(404, {
    type: 'document_missing_exception',
    reason: `[${id}]: document missing`,
    shard: '0',
    index,
  });

const noop = (
  index: SearchIndex,
  { id, version, seqNo }: { id: string; version: number; seqNo: number },
) => ({
  _index: index.name,
  _id: id,
  _version: version,
  result: 'noop',
  _shards: { total: 0, successful: 0, failed: 0 },
  _seq_no: seqNo,
  _primary_term: PRIMARY_TERM,
});

/** Objects are merged, everything else is replaced. */
function merge(before: JsonObject, change: JsonObject): JsonObject {
  const merged: JsonObject = { ...before };
  for (const [key, value] of Object.entries(change)) {
    const old = merged[key];
    merged[key] = isObject(old) && isObject(value) ? merge(old, value) : value;
  }
  return merged;
}

function same(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((each, at) => same(each, right[at]));
  if (!isObject(left) || !isObject(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => same(left[key], right[key]));
}
