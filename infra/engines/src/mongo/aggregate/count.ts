import type { Value } from '../bson/values.js';
import { CommandError } from '../errors.js';
import { DocSource } from '../query/source.js';
import type { Stage } from './stage.js';

export function count(spec: Value): Stage {
  if (typeof spec !== 'string' || spec === '')
    throw new CommandError(40156, 'the count field must be a non-empty string');
  return (sources) => (sources.length === 0 ? [] : [new DocSource({ [spec]: sources.length })]);
}
