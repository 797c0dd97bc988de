import type { estypes } from '@elastic/elasticsearch';

/** Goes up with every change of what the index of products holds; an index of another layout is built anew. */
export const LAYOUT = 1;

/** Words as they are written, for completion, spelling and single Chinese signs. */
const WORDS = 'words';
const keyword = { type: 'keyword' } as const;
const english = { type: 'text', analyzer: 'english' } as const;
const bigrams = { type: 'text', analyzer: 'cjk' } as const;
const words = { type: 'text', analyzer: WORDS } as const;
/** Chinese in pairs of signs, and sign by sign for a word of one sign and for exact stretches. */
const chinese = { ...bigrams, fields: { signs: words } } as const;

const oneShard = { number_of_shards: 1, number_of_replicas: 0 };

/** The index that is searched. A change is seen half a second later, without being asked for. */
export const productIndex = {
  settings: {
    ...oneShard,
    refresh_interval: '500ms',
    analysis: {
      analyzer: { [WORDS]: { type: 'custom', tokenizer: 'standard', filter: ['lowercase', 'asciifolding'] } },
    },
  },
  mappings: {
    dynamic: 'strict',
    properties: {
      productId: keyword,
      slug: { type: 'keyword', index: false, doc_values: false },
      department: keyword,
      brand: keyword,
      colours: keyword,
      specs: keyword,
      price: { properties: { CNY: { type: 'long' }, USD: { type: 'long' } } },
      popularity: { type: 'integer' },
      publishedAt: { type: 'date' },
      rating: { type: 'double' },
      reviews: { type: 'integer' },
      inStock: { type: 'boolean' },
      en: {
        properties: {
          title: { ...english, fields: { words } },
          names: english,
          summary: english,
          all: { ...english, fields: { words } },
          typed: words,
        },
      },
      zh: {
        properties: { title: chinese, names: chinese, summary: bigrams, all: chinese, typed: words },
      },
    },
  },
} as const satisfies Omit<estypes.IndicesCreateRequest, 'index'>;

/** What the owners said, part by part; read by id only, so it is never in a hurry to be searchable. */
export const partIndex = {
  settings: { ...oneShard, refresh_interval: '30s' },
  mappings: {
    dynamic: 'strict',
    properties: { kind: keyword, key: keyword, body: { type: 'object', enabled: false } },
  },
} as const satisfies Omit<estypes.IndicesCreateRequest, 'index'>;

/** One document a review, so that a repeated one counts once. */
export const reviewIndex = {
  settings: { ...oneShard, refresh_interval: '1s' },
  mappings: { dynamic: 'strict', properties: { productId: keyword, rating: { type: 'byte' } } },
} as const satisfies Omit<estypes.IndicesCreateRequest, 'index'>;
