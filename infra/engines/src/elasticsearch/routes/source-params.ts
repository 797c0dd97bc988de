import type { Params } from '../http/params.js';
import { readSourceFilter, type SourceFilter, wholeSource } from '../search/source-filter.js';

export const sourceParams = ['_source', '_source_includes', '_source_excludes'];

/** What of a source is shown, by the parameters of an address. */
export function readSourceParams(params: Params | undefined): SourceFilter {
  const source = params?.string('_source');
  const base =
    source === undefined || source === 'true' || source === ''
      ? wholeSource
      : readSourceFilter(source === 'false' ? false : source.split(','));
  const includes = params?.list('_source_includes') ?? base.includes;
  const excludes = params?.list('_source_excludes') ?? base.excludes;
  return { ...base, includes, excludes };
}
