import type { Analysis } from '../analysis/analysis.js';
import type { Analyzer } from '../analysis/token.js';
import { mapperParsing } from '../errors.js';
import type { Options } from '../options.js';
import type { Field } from './field.js';

/** Where a field stands, known before its type is. */
export interface FieldPlace {
  readonly name: string;
  readonly sourcePath: string;
  readonly nestedPath: string | undefined;
}

/** Reads one field of a mapping (without its multi-fields); refuses every parameter it could not honour. */
export function readField(place: FieldPlace, options: Options, analysis: Analysis): Field {
  const type = options.string('type') ?? 'object';
  switch (type) {
    case 'text':
      return { kind: 'text', ...place, indexed: true, ...analyzers(options, analysis, 'standard') };
    case 'keyword':
      return {
        kind: 'keyword',
        ...place,
        indexed: isIndexed(options),
        ignoreAbove: options.integer('ignore_above', 1) ?? Number.POSITIVE_INFINITY,
        normalize: normalizer(options, analysis),
      };
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return { kind: 'number', type, ...place, indexed: isIndexed(options) };
    case 'boolean':
      return { kind: 'boolean', ...place, indexed: isIndexed(options) };
    case 'date':
      return { kind: 'date', ...place, indexed: isIndexed(options) };
    case 'completion':
      if (place.nestedPath)
        throw mapperParsing(
          `[completion] field [${place.name}] below a nested object is not answered by the Elasticsearch stand-in`,
        );
      return { kind: 'completion', ...place, indexed: true, ...analyzers(options, analysis, 'simple') };
    default:
      throw mapperParsing(
        `Failed to parse mapping: no handler in the Elasticsearch stand-in for type [${type}] declared on field [${place.name}]`,
      );
  }
}

/** A field is both searchable and sortable, or only kept; the stand-in knows nothing in between. */
function isIndexed(options: Options): boolean {
  const index = options.boolean('index') ?? true;
  const docValues = options.boolean('doc_values') ?? true;
  if (index !== docValues)
    throw mapperParsing(
      `[${options.where}] the Elasticsearch stand-in wants [index] and [doc_values] to be the same`,
    );
  return index;
}

function analyzers(options: Options, analysis: Analysis, usual: string) {
  const analyzer = find(options.string('analyzer') ?? usual, options, analysis);
  const search = options.string('search_analyzer');
  return { analyzer, searchAnalyzer: search === undefined ? analyzer : find(search, options, analysis) };
}

function find(name: string, options: Options, analysis: Analysis): Analyzer {
  const analyzer = analysis.analyzers.get(name);
  if (!analyzer)
    throw mapperParsing(`analyzer [${name}] has not been configured in mappings (${options.where})`);
  return analyzer;
}

function normalizer(options: Options, analysis: Analysis) {
  const name = options.string('normalizer');
  if (name === undefined) return (value: string) => value;
  const found = analysis.normalizers.get(name);
  if (!found) throw mapperParsing(`normalizer [${name}] not found for field [${options.where}]`);
  return found;
}
