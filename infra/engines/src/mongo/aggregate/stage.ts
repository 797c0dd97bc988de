import { isDoc, type Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import type { Source } from '../query/source.js';

/** A stage of a pipeline over all its documents. */
export type Stage = (sources: Source[], now: Date) => Source[];

/** The one name of a stage. */
export function stageName(stage: Value): string {
  if (!isDoc(stage)) throw new CommandError(14, "Each element of the 'pipeline' array must be an object");
  const names = Object.keys(stage);
  if (names.length === 1) return names[0] ?? '';
  throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
}
