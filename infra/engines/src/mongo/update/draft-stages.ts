import { compileExpression } from '../aggregate/expression.js';
import { compileTransform } from '../aggregate/transforms.js';
import { Draft } from '../bson/draft.js';
import { encodeDoc } from '../bson/encode.js';
import { fieldName } from '../bson/names.js';
import { type Doc, isDoc, type Value } from '../bson/values.js';
import { Walker } from '../bson/walker.js';
import { DraftSource } from './draft-source.js';

/** One stage of a pipeline update. */
export type DraftStage = (draft: Draft, now: Date) => Draft;

/**
 * `$set` of top-level fields, carried out in the draft: the fields it does not name keep their very bytes. Undefined
 * if the stage sets anything inside of fields, which is left to the general way.
 */
export function setOnDraft(fields: Doc): DraftStage | undefined {
  if (!isDoc(fields)) return undefined;
  for (const [name, value] of Object.entries(fields)) if (isNested(name, value)) return undefined;
  const parts = Object.entries(fields).map(([name, value]) => ({
    name: fieldName(name),
    compute: compileExpression(value),
  }));
  return (draft, now) => {
    const scope = { root: new DraftSource(draft), variables: {}, now };
    const computed: Doc = {};
    for (const { name, compute } of parts) computed[name.text] = compute(scope);
    const values = encodeDoc(computed);
    const walker = new Walker(values);
    const bytesOf = new Map<string, ReturnType<Walker['raw']>>();
    while (walker.next())
      bytesOf.set(values.toString('utf8', walker.nameStart, walker.nameEnd), walker.raw());
    for (const { name } of parts) {
      const at = draft.find(name);
      const value = bytesOf.get(name.text);
      if (value !== undefined && at >= 0) draft.replace(at, value);
      else if (value !== undefined) draft.append(name, value);
      else if (at >= 0) draft.remove(at);
    }
    return draft;
  };
}

/** Whether a field of `$set` means something inside of another one: a dotted path, or a document of fields. */
function isNested(name: string, value: Value): boolean {
  if (name.includes('.') || name.startsWith('$') || name === '') return true;
  return isDoc(value) && !(Object.keys(value)[0]?.startsWith('$') ?? false);
}

export function unsetOnDraft(fields: Value): DraftStage | undefined {
  const names = Array.isArray(fields) ? fields : [fields];
  if (!names.every((name) => typeof name === 'string' && name !== '' && !/[.$]/.test(name))) return undefined;
  const paths = names.map((name) => fieldName(name as string));
  return (draft) => {
    for (const name of paths) {
      const at = draft.find(name);
      if (at >= 0) draft.remove(at);
    }
    return draft;
  };
}

/** Any stage that makes one document of one: decoded, computed, and encoded again. */
export function throughDocument(stage: Doc): DraftStage {
  const transform = compileTransform(stage);
  return (draft, now) => {
    const source = new DraftSource(draft);
    const result = transform(source, now).doc();
    return source.isWhole(result) ? draft : new Draft(encodeDoc(result));
  };
}
