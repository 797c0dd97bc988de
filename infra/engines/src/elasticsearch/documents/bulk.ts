import { randomBytes } from 'node:crypto';
import type { Cluster } from '../cluster/cluster.js';
import { resolveWrite } from '../cluster/resolve.js';
import { ElasticError, illegalArgument } from '../errors.js';
import type { SearchIndex } from '../index/search-index.js';
import type { Expectation } from '../index/write-decision.js';
import type { Json } from '../json.js';
import { Options } from '../options.js';
import { readExpectation } from './read-expectation.js';
import { updateDocument } from './update-document.js';
import { readSource, writeDocument } from './write-document.js';

const actions = ['index', 'create', 'update', 'delete'] as const;
type Action = (typeof actions)[number];

/** One item of a bulk request. */
export interface BulkItem {
  readonly action: Action;
  readonly index: string;
  readonly id: string;
  readonly source: string | undefined;
  readonly expectation: Expectation;
}

export const newId = () => randomBytes(15).toString('base64url');

/** Reads a bulk body completely, before anything of it is done; throws illegal_argument_exception. */
export function readBulk(body: string, defaultIndex: string | undefined): BulkItem[] {
  if (body !== '' && !body.endsWith('\n'))
    throw illegalArgument('The bulk request must be terminated by a newline [\\n]');
  const lines = body.split('\n').slice(0, -1);
  const items: BulkItem[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]?.trim() ?? '';
    if (line === '') continue;
    const item = readAction(line, { lineNumber: at + 1, defaultIndex });
    items.push(item.action === 'delete' ? item : { ...item, source: lines[++at] ?? '' });
  }
  return items;
}

function readAction(line: string, where: { lineNumber: number; defaultIndex: string | undefined }): BulkItem {
  const malformed = (what: string) =>
    illegalArgument(`Malformed action/metadata line [${where.lineNumber}], ${what}`);
  let json: Json;
  try {
    json = JSON.parse(line) as Json;
  } catch {
    throw malformed('expected START_OBJECT');
  }
  const [name, body] = new Options('bulk', json, malformed).only('an action');
  const action = actions.find((each) => each === name);
  if (!action) throw malformed(`expected field [create], [delete], [index] or [update] but found [${name}]`);
  const options = new Options(`bulk ${action}`, body, malformed);
  const index = options.string('_index') ?? where.defaultIndex;
  const id = options.string('_id');
  const version = { version: options.integer('version'), versionType: options.string('version_type') };
  const compare = {
    ifSeqNo: options.integer('if_seq_no'),
    ifPrimaryTerm: options.integer('if_primary_term'),
  };
  // Requests are carried out one after the other, so that there is never a conflict to try again.
  if (action === 'update') options.integer('retry_on_conflict');
  options.done();
  if (!index) throw malformed('index is missing');
  if (id === undefined && (action === 'update' || action === 'delete'))
    throw malformed('an id must be provided if version type or value are set, or for update and delete');
  const expectation = readExpectation(action === 'create', { ...version, ...compare });
  if (action === 'update' && expectation.by === 'external')
    throw malformed(
      'Update requests do not support versioning. Please use `if_seq_no` and `if_primary_term` instead',
    );
  return { action, index, id: id ?? newId(), source: undefined, expectation };
}

/** What became of the items, and the indexes they changed. */
export interface BulkResult {
  readonly items: readonly Record<string, unknown>[];
  readonly errors: boolean;
  readonly touched: ReadonlySet<SearchIndex>;
}

/** Carries out items one after the other; one that is refused does not stop the others. */
export function runBulk(cluster: Cluster, items: readonly BulkItem[], forcedRefresh: boolean): BulkResult {
  const touched = new Set<SearchIndex>();
  let errors = false;
  const answers = items.map((item) => {
    try {
      const index = resolveWrite(cluster, item.index);
      touched.add(index);
      const { status, body } = run(cluster, index, item);
      const refreshed = forcedRefresh && body.result !== 'noop' ? { forced_refresh: true } : {};
      return { [item.action]: { ...body, ...refreshed, status } };
    } catch (error) {
      if (!(error instanceof ElasticError)) throw error;
      errors = true;
      return {
        [item.action]: { _index: item.index, _id: item.id, status: error.status, error: error.toCause() },
      };
    }
  });
  return { items: answers, errors, touched };
}

function run(cluster: Cluster, index: SearchIndex, { action, id, source, expectation }: BulkItem) {
  if (action === 'update')
    return updateDocument(cluster, index, { id, body: readSource(source ?? ''), expectation });
  return writeDocument(cluster, index, { id, source, expectation });
}
