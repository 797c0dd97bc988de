import { parsing } from '../errors.js';
import { isObject, type Json } from '../json.js';
import { Options } from '../options.js';
import type { Query, ReadQuery } from '../query/query.js';

/** How the matches in a field are shown. */
export interface HighlightOptions {
  readonly preTag: string;
  readonly postTag: string;
  /** 0 shows whole values. */
  readonly fragments: number;
  readonly fragmentSize: number;
  /** How much of a field without a match is shown. */
  readonly noMatchSize: number;
  readonly byScore: boolean;
  readonly escapeHtml: boolean;
  /** What to mark, if not what the search matched. */
  readonly query: Query | undefined;
}

/** The fields to show, by name or pattern, in the order asked for. */
export type HighlightRequest = readonly { readonly pattern: string; readonly options: HighlightOptions }[];

/** Reads `highlight`: options for all fields, overridden field by field. */
export function readHighlight(body: Json, read: ReadQuery): HighlightRequest {
  const options = new Options('highlight', body);
  const fields = fieldEntries(options.raw('fields'));
  const usual = readOptions(options, read, {
    preTag: '<em>',
    postTag: '</em>',
    fragments: 5,
    fragmentSize: 100,
    noMatchSize: 0,
    byScore: false,
    escapeHtml: false,
    query: undefined,
  });
  options.done();
  return fields.map(([pattern, how]) => {
    const own = new Options(`highlight_field ${pattern}`, how);
    const merged = readOptions(own, read, usual);
    own.done();
    return { pattern, options: merged };
  });
}

function fieldEntries(json: Json | undefined): [string, Json][] {
  const objects = Array.isArray(json) ? json : [json ?? {}];
  return objects.flatMap((each) => {
    if (isObject(each)) return Object.entries(each);
    throw parsing('[highlight] [fields] must be an object or a list of objects');
  });
}

function readOptions(options: Options, read: ReadQuery, usual: HighlightOptions): HighlightOptions {
  options.oneOf('type', ['unified']);
  if (options.boolean('require_field_match') === false)
    throw parsing('[highlight] [require_field_match] false is not answered by the Elasticsearch stand-in');
  const order = options.oneOf('order', ['score', 'none']);
  const encoder = options.oneOf('encoder', ['default', 'html']);
  const query = options.object('highlight_query');
  return {
    preTag: options.strings('pre_tags')?.[0] ?? usual.preTag,
    postTag: options.strings('post_tags')?.[0] ?? usual.postTag,
    fragments: options.integer('number_of_fragments') ?? usual.fragments,
    fragmentSize: options.integer('fragment_size') ?? usual.fragmentSize,
    noMatchSize: options.integer('no_match_size') ?? usual.noMatchSize,
    byScore: order ? order === 'score' : usual.byScore,
    escapeHtml: encoder ? encoder === 'html' : usual.escapeHtml,
    query: query ? read(query) : usual.query,
  };
}
