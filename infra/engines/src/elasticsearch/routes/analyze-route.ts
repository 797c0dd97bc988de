import { builtIn } from '../analysis/built-in.js';
import type { Analyzer } from '../analysis/token.js';
import { resolveOne } from '../cluster/resolve.js';
import { illegalArgument } from '../errors.js';
import { readJson } from '../http/read-body.js';
import { type Answer, ok, type Request, type Route } from '../http/route.js';
import type { SearchIndex } from '../index/search-index.js';
import { Options } from '../options.js';

/** Shows the tokens of a text, by an analyzer or by that of a field. */
function analyze({ cluster, path, body }: Request): Answer {
  const options = new Options('analyze', readJson(body), illegalArgument);
  const analyzerName = options.string('analyzer');
  const field = options.string('field');
  const texts = options.strings('text') ?? [];
  options.done();
  const [text, more] = texts;
  if (text === undefined) throw illegalArgument('text is missing');
  if (more !== undefined)
    throw illegalArgument('[analyze] of several texts at once is not answered by the Elasticsearch stand-in');
  const index = path.index === undefined ? undefined : resolveOne(cluster, path.index);
  const analyzer = analyzerName === undefined ? fieldAnalyzer(index, field) : named(index, analyzerName);
  return ok({
    tokens: analyzer.tokens(text).map((token) => ({
      token: token.term,
      start_offset: token.start,
      end_offset: token.end,
      type: token.type,
      position: token.position,
    })),
  });
}

function named(index: SearchIndex | undefined, name: string): Analyzer {
  const found = (index?.analysis.analyzers ?? builtIn).get(name);
  if (!found)
    throw illegalArgument(
      index ? `failed to find analyzer [${name}]` : `failed to find global analyzer [${name}]`,
    );
  return found;
}

function fieldAnalyzer(index: SearchIndex | undefined, name: string | undefined): Analyzer {
  if (name === undefined) return named(index, 'standard');
  if (!index) throw illegalArgument('[analyze] of a field needs an index');
  const field = index.mapping.fields.get(name);
  if (field?.kind === 'text' || field?.kind === 'completion') return field.analyzer;
  if (field?.kind === 'keyword') {
    const whole = named(index, 'keyword');
    return { name, tokens: (text) => whole.tokens(field.normalize(text)) };
  }
  if (field)
    throw illegalArgument(
      `Can't process field [${name}], Analysis requests are only supported on tokenized fields`,
    );
  return named(index, 'standard');
}

const route: Route = { methods: ['GET', 'POST'], path: '/_analyze', params: [], handle: analyze };

export const analyzeRoutes: readonly Route[] = [route, { ...route, path: '/{index}/_analyze' }];
