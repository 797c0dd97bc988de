import { illegalArgument, parsing } from '../errors.js';
import type { JsonObject } from '../json.js';
import { isNumeric } from '../mapping/field.js';
import { Options } from '../options.js';
import type { Query, ReadQuery } from './query.js';
import type { Scope } from './scope.js';

/** One function of a `function_score`: a factor for each document that its filter lets in. */
export interface ScoreFunction {
  readonly filter: Query | undefined;
  readonly weight: number;
  factor(scope: Scope): (doc: number) => number;
}

const modifiers = {
  none: (value: number) => value,
  log: Math.log10,
  log1p: (value: number) => Math.log10(value + 1),
  log2p: (value: number) => Math.log10(value + 2),
  ln: Math.log,
  ln1p: Math.log1p,
  ln2p: (value: number) => Math.log1p(value + 1),
  square: (value: number) => value * value,
  sqrt: Math.sqrt,
  reciprocal: (value: number) => 1 / value,
} as const;
type Modifier = keyof typeof modifiers;
const modifierNames = Object.keys(modifiers) as Modifier[];

/** Reads one function; `undefined` if the options hold none. */
export function readScoreFunction(options: Options, read: ReadQuery): ScoreFunction | undefined {
  const filter = options.object('filter');
  const weight = options.number('weight');
  const field = options.object('field_value_factor');
  if (weight === undefined && !field) return undefined;
  return {
    filter: filter && read(filter),
    weight: weight ?? 1,
    factor: field ? fieldValueFactor(field) : () => () => 1,
  };
}

function fieldValueFactor(body: JsonObject): ScoreFunction['factor'] {
  const options = new Options('field_value_factor', body);
  const name = options.string('field');
  const factor = options.number('factor') ?? 1;
  const missing = options.number('missing');
  const modifier = options.oneOf('modifier', modifierNames) ?? 'none';
  options.done();
  if (!name) throw parsing("[field_value_factor] required field 'field' missing");
  return (scope) => {
    const field = scope.field(name);
    if (!field && missing === undefined)
      throw scope.refuse(`Unable to find a field mapper for field [${name}]. No 'missing' value defined.`);
    if (field && (!isNumeric(field) || !field.indexed))
      throw scope.refuse(
        `[field_value_factor] on [${name}], which is no number, is not answered by the Elasticsearch stand-in`,
      );
    const column = scope.space.columns.get(name);
    return (doc) => {
      const found = column?.least(doc) ?? Number.NaN;
      const value = Number.isNaN(found) ? missing : found;
      if (value === undefined)
        throw scope.refuse(`Missing value for field [${name}]`, 'illegal_argument_exception');
      const result = modifiers[modifier](value * factor);
      if (result < 0 || Number.isNaN(result))
        throw illegalArgument(
          `field value function must not produce negative scores, but got: [${result}] for field value: [${value}]`,
        );
      return result;
    };
  };
}
