import { illegalArgument } from '../errors.js';
import type { Json, JsonObject } from '../json.js';
import { Options } from '../options.js';
import { analyzer, builtIn, tokenizers } from './built-in.js';
import {
  asciiFolding,
  lowercase,
  plainFilters,
  possessive,
  stemming,
  widthFolding,
  withoutWords,
} from './filters.js';
import { keywordTokens } from './plain-tokenizers.js';
import { englishStopWords } from './stop-words.js';
import type { Analyzer, TokenFilter } from './token.js';

/** What an index knows of analysis: its analyzers and the normalizers of its keywords, by name. */
export interface Analysis {
  readonly analyzers: ReadonlyMap<string, Analyzer>;
  readonly normalizers: ReadonlyMap<string, (value: string) => string>;
}

/** Reads `settings.analysis`; refuses whatever it could not carry out. */
export function readAnalysis(settings: Json | undefined): Analysis {
  const options = new Options('analysis', settings ?? {}, illegalArgument);
  const filters = new Map(plainFilters);
  for (const [name, body] of entries(options.object('filter')))
    filters.set(name, configuredFilter(name, body));
  const analyzers = new Map(builtIn);
  for (const [name, body] of entries(options.object('analyzer')))
    analyzers.set(name, customAnalyzer(name, body, filters));
  const normalizers = new Map([['lowercase', normalizer([lowercase])]]);
  for (const [name, body] of entries(options.object('normalizer')))
    normalizers.set(name, customNormalizer(name, body));
  options.done();
  return { analyzers, normalizers };
}

const entries = (value: JsonObject | undefined) => Object.entries(value ?? {});

function customAnalyzer(name: string, body: Json, filters: ReadonlyMap<string, TokenFilter>): Analyzer {
  const options = new Options(`analyzer ${name}`, body, illegalArgument);
  const type = options.string('type') ?? 'custom';
  if (type !== 'custom')
    throw illegalArgument(
      `analyzer [${name}] of type [${type}]: the Elasticsearch stand-in answers [custom] only`,
    );
  const tokenizerName = options.string('tokenizer');
  const tokenizer = tokenizers.get(tokenizerName ?? '');
  if (!tokenizer)
    throw illegalArgument(
      `analyzer [${name}] must name a tokenizer the stand-in knows (${[...tokenizers.keys()].join(', ')}), not [${tokenizerName}]`,
    );
  const chain = (options.strings('filter') ?? []).map((filterName) => {
    const filter = filters.get(filterName);
    if (!filter)
      throw illegalArgument(`Custom Analyzer [${name}] failed to find filter under name [${filterName}]`);
    return filter;
  });
  options.done();
  return analyzer(name, tokenizer, chain);
}

function configuredFilter(name: string, body: Json): TokenFilter {
  const options = new Options(`filter ${name}`, body, illegalArgument);
  const type = options.string('type');
  const filter =
    type === 'stop'
      ? stopFilter(options)
      : type === 'stemmer'
        ? stemmer(options)
        : plainFilters.get(type ?? '');
  if (!filter)
    throw illegalArgument(
      `token filter [${name}] of type [${type}] is not answered by the Elasticsearch stand-in`,
    );
  options.done();
  return filter;
}

function stopFilter(options: Options): TokenFilter {
  const words = options.strings('stopwords') ?? ['_english_'];
  return withoutWords(
    new Set(
      words.flatMap((word) =>
        word === '_english_' ? [...englishStopWords] : word === '_none_' ? [] : [word],
      ),
    ),
  );
}

function stemmer(options: Options): TokenFilter {
  const language = options.oneOf('language', ['english', 'porter', 'possessive_english']) ?? 'english';
  return language === 'possessive_english' ? possessive : stemming;
}

const normalizer = (filters: readonly TokenFilter[]) => {
  const whole = analyzer('normalizer', keywordTokens, filters);
  return (value: string): string => whole.tokens(value)[0]?.term ?? '';
};

function customNormalizer(name: string, body: Json) {
  const options = new Options(`normalizer ${name}`, body, illegalArgument);
  options.oneOf('type', ['custom']);
  const known = new Map([
    ['lowercase', lowercase],
    ['asciifolding', asciiFolding],
    ['cjk_width', widthFolding],
  ]);
  const filters = (options.strings('filter') ?? []).map((filterName) => {
    const filter = known.get(filterName);
    if (!filter) throw illegalArgument(`Custom normalizer [${name}] may not use filter [${filterName}]`);
    return filter;
  });
  options.done();
  return normalizer(filters);
}
