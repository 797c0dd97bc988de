import type { Analysis } from '../analysis/analysis.js';
import { mapperParsing } from '../errors.js';
import type { Json, JsonObject } from '../json.js';
import { Options } from '../options.js';
import type { Dynamic, Field, LeafNode, Mapping, ObjectNode } from './field.js';
import { type FieldPlace, readField } from './read-field.js';

/** Reads `mappings` as it was written; throws mapper_parsing_exception for what the stand-in could not honour. */
export function readMapping(mappings: JsonObject, analysis: Analysis): Mapping {
  const fields = new Map<string, Field>();
  const nestedPaths = new Set<string>();
  const reader = new Reader(analysis, fields, nestedPaths);
  const root = reader.object({ name: '', sourcePath: '', nestedPath: undefined }, mappings, 'true');
  return { root, fields, nestedPaths };
}

class Reader {
  private readonly analysis: Analysis;
  private readonly fields: Map<string, Field>;
  private readonly nestedPaths: Set<string>;

  constructor(analysis: Analysis, fields: Map<string, Field>, nestedPaths: Set<string>) {
    this.analysis = analysis;
    this.fields = fields;
    this.nestedPaths = nestedPaths;
  }

  object(place: FieldPlace, body: Json, inherited: Dynamic): ObjectNode {
    const options = new Options(place.name || '_doc', body, mapperParsing);
    const nested = options.oneOf('type', ['object', 'nested']) === 'nested';
    if (nested && place.nestedPath)
      throw mapperParsing(
        `[nested] field [${place.name}] below [${place.nestedPath}] is not answered by the Elasticsearch stand-in`,
      );
    if (nested) this.nestedPaths.add(place.name);
    const dynamic = readDynamic(options) ?? inherited;
    const enabled = options.boolean('enabled') ?? true;
    // Application data of the mapping's owner: the original stores and returns it, and so do we.
    if (place.name === '') options.object('_meta');
    const inside = { ...place, nestedPath: nested ? place.name : place.nestedPath };
    const children = new Map<string, ObjectNode | LeafNode>();
    for (const [key, child] of Object.entries(options.object('properties') ?? {}))
      children.set(key, this.child(below(inside, key), child, dynamic));
    options.done();
    return { kind: 'object', path: place.name, nested, enabled, dynamic, children };
  }

  private child(place: FieldPlace, body: Json, dynamic: Dynamic): ObjectNode | LeafNode {
    const options = new Options(place.name, body, mapperParsing);
    const type = options.raw('type');
    if (type === undefined || type === 'object' || type === 'nested')
      return this.object(place, body, dynamic);
    return { kind: 'leaf', fields: this.leaf(place, body) };
  }

  private leaf(place: FieldPlace, body: Json): Field[] {
    const options = new Options(place.name, body, mapperParsing);
    const multi = options.object('fields') ?? {};
    const main = readField(place, options, this.analysis);
    options.done();
    this.fields.set(main.name, main);
    const others = Object.entries(multi).flatMap(([key, child]) =>
      this.leaf({ ...place, name: `${place.name}.${key}` }, child),
    );
    return [main, ...others];
  }
}

function below(place: FieldPlace, key: string): FieldPlace {
  if (key === '' || key.includes('.') || key.startsWith('_'))
    throw mapperParsing(
      `field name [${key}] is not answered by the Elasticsearch stand-in: no dots, no leading underscore`,
    );
  const name = place.name ? `${place.name}.${key}` : key;
  return { name, sourcePath: name, nestedPath: place.nestedPath };
}

function readDynamic(options: Options): Dynamic | undefined {
  const value = options.raw('dynamic');
  if (value === undefined) return undefined;
  const dynamic = String(value);
  if (dynamic === 'strict' || dynamic === 'false' || dynamic === 'true') return dynamic;
  throw mapperParsing(
    `[dynamic] may be true, false or strict for the Elasticsearch stand-in, not [${dynamic}]`,
  );
}
