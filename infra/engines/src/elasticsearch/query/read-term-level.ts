import { parsing, xContentParse } from '../errors.js';
import { isObject, type Json } from '../json.js';
import { literally } from '../name-pattern.js';
import { Options } from '../options.js';
import { anyTerm, termsStartingWith } from './any-term.js';
import { boosted, constant, deferred, type Query } from './query.js';
import { existsQuery, idsQuery, patternQuery, termQuery, termsQuery, unindexed } from './term-query.js';

/** Reads `{ field: value }` or `{ field: { value, boost, … } }`. */
function oneField(name: string, body: Json): { field: string; value: Json; options: Options } {
  const [field, inner] = new Options(name, body).only('a field');
  if (Array.isArray(inner))
    throw parsing(`[${name}] query does not support an array of values for [${field}]`);
  const options = new Options(name, isObject(inner) ? inner : { value: inner });
  const value = options.raw('value');
  if (value === undefined || value === null) throw illegalValue(name);
  return { field, value, options };
}

const illegalValue = (name: string) => parsing(`[${name}] value cannot be null`);

export function readTerm(body: Json): Query {
  const { field, value, options } = oneField('term', body);
  const boost = options.number('boost');
  const query = options.boolean('case_insensitive')
    ? patternQuery(field, 'case insensitive term', (normalize) => sameIgnoringCase(normalize(String(value))))
    : termQuery(field, value);
  options.done();
  return boosted(query, boost);
}

const sameIgnoringCase = (wanted: string) => (term: string) => term.toLowerCase() === wanted.toLowerCase();

export function readTerms(body: Json): Query {
  const options = new Options('terms', body);
  const boost = options.number('boost');
  const [field, values] = options.only('a field');
  if (!Array.isArray(values)) throw parsing(`[terms] query expects a list of values for [${field}]`);
  if (values.includes(null)) throw illegalValue('terms');
  return boosted(termsQuery(field, values), boost);
}

export function readPrefix(body: Json): Query {
  const { field, value, options } = oneField('prefix', body);
  const boost = options.number('boost');
  const ignoreCase = options.boolean('case_insensitive') ?? false;
  options.done();
  const prefix = String(value);
  const folded = prefix.toLowerCase();
  const pattern = patternQuery(field, 'prefix', (normalize) =>
    ignoreCase
      ? (term) => term.toLowerCase().startsWith(folded)
      : (term) => term.startsWith(normalize(prefix)),
  );
  return boosted(ignoreCase ? pattern : prefixQuery(field, prefix, pattern), boost);
}

/** A prefix is looked up in the ordered dictionary; only what cannot be is tried on every term. */
const prefixQuery = (name: string, prefix: string, otherwise: Query): Query =>
  deferred((scope) => {
    const field = scope.field(name);
    if (!field?.indexed) return unindexed(scope, name);
    if (field.kind === 'text') return anyTerm(name, termsStartingWith(prefix));
    return field.kind === 'keyword' ? anyTerm(name, termsStartingWith(field.normalize(prefix))) : otherwise;
  });

export function readWildcard(body: Json): Query {
  const [field, inner] = new Options('wildcard', body).only('a field');
  const options = new Options('wildcard', isObject(inner) ? inner : { value: inner });
  const value = options.string('value') ?? options.string('wildcard');
  const boost = options.number('boost');
  const flags = options.boolean('case_insensitive') ? 'isu' : 'su';
  options.done();
  if (value === undefined) throw illegalValue('wildcard');
  const query = patternQuery(field, 'wildcard', () => {
    const pattern = wildcard(value, flags);
    return (term) => pattern.test(term);
  });
  return boosted(query, boost);
}

function wildcard(pattern: string, flags: string): RegExp {
  const parts = pattern.matchAll(/\\(.)|([*])|([?])|(.)/gsu);
  const source = Array.from(parts, ([, escaped, many, one, plain]) => {
    if (many) return '.*';
    return one ? '.' : literally(escaped ?? plain ?? '\\');
  });
  return new RegExp(`^${source.join('')}$`, flags);
}

export function readIds(body: Json): Query {
  const options = new Options('ids', body, xContentParse);
  const values = options.list('values') ?? [];
  const boost = options.number('boost');
  options.done();
  return boosted(idsQuery(values.map(String)), boost);
}

export function readExists(body: Json): Query {
  const options = new Options('exists', body);
  const field = options.string('field');
  const boost = options.number('boost');
  options.done();
  if (!field) throw parsing('[exists] must be provided with a [field]');
  return constant(existsQuery(field), boost ?? 1);
}
