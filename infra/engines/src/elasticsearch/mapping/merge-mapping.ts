import { illegalArgument } from '../errors.js';
import { isObject, type JsonObject } from '../json.js';

/**
 * Adds fields to a mapping, as it was written. Existing fields may gain children and multi-fields; whatever else
 * would change is refused, since what is indexed could not follow.
 */
export function mergeMapping(current: JsonObject, added: JsonObject, path = ''): JsonObject {
  const merged: JsonObject = { ...current };
  for (const [key, value] of Object.entries(added)) {
    const before = current[key];
    if (key === 'dynamic' || key === '_meta') merged[key] = value;
    else if ((key === 'properties' || key === 'fields') && isObject(value))
      merged[key] = mergeChildren(isObject(before) ? before : {}, value, path);
    else if (JSON.stringify(before ?? usual(key)) !== JSON.stringify(value))
      throw illegalArgument(changed(path, key, JSON.stringify(before ?? usual(key)), JSON.stringify(value)));
  }
  return merged;
}

/** What a parameter is when nobody wrote it. */
const usual = (key: string) => (key === 'type' ? 'object' : undefined);

const changed = (path: string, key: string, before: string | undefined, after: string) =>
  key === 'type'
    ? `mapper [${path}] cannot be changed from type [${strip(before)}] to [${strip(after)}]`
    : `Mapper for [${path}] conflicts with existing mapper: Cannot update parameter [${key}] from [${strip(before)}] to [${strip(after)}]`;
const strip = (text: string | undefined) => text?.replaceAll('"', '') ?? 'default';

function mergeChildren(current: JsonObject, added: JsonObject, path: string): JsonObject {
  const merged: JsonObject = { ...current };
  for (const [name, child] of Object.entries(added)) {
    const before = current[name];
    const where = path ? `${path}.${name}` : name;
    merged[name] = isObject(before) && isObject(child) ? mergeMapping(before, child, where) : child;
  }
  return merged;
}
