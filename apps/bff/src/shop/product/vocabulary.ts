import type { Localized, ProductRecord } from '@evenkeel/contracts';
import type { Clock } from '@evenkeel/kernel';
import { freshMap } from '../../shelf/fresh-map.js';
import type { ProductShelf } from '../../shelf/product-shelf.js';
import type { Search, SearchInput } from '../../shelf/search-desk.js';

const COLOUR = 'colour';

/** A value of a spec, such as material → oak. */
export interface SpecWord {
  readonly spec: string;
  readonly value: string;
}

/** What the keys of facets are called: search gives keys and numbers, products know the words. */
export interface Vocabulary {
  /** Learns the words of these keys that are not known yet: from the products at hand, else from one that has them. */
  learn(words: readonly SpecWord[], productIds: readonly string[]): Promise<void>;
  spec(key: string): Localized;
  value(word: SpecWord): Localized;
  colour(key: string): { readonly label: Localized; readonly swatch: string | null };
}

interface Sources {
  readonly search: Search;
  readonly products: Pick<ProductShelf, 'byIds'>;
  readonly clock: Clock;
}

/** A key that no product explains is asked about again after this long; until then it stands for itself. */
const UNEXPLAINED_MS = 60_000;

/** A vocabulary of this process. The words of a key do not change while it runs. */
export function createVocabulary({ search, products, clock }: Sources): Vocabulary {
  const specs = new Map<string, Localized>();
  const values = new Map<string, Localized>();
  const swatches = new Map<string, string>();
  const unexplained = freshMap<string, true>(5_000, UNEXPLAINED_MS, clock);
  const keyOf = ({ spec, value }: SpecWord) => `${spec}/${value}`;
  const asIs = (key: string): Localized => ({ en: key, zh: key });

  function read(product: ProductRecord): void {
    for (const { key, label, value } of product.specs) {
      specs.set(key, label);
      values.set(keyOf({ spec: key, value: value.key }), value.label);
    }
    for (const { key, label, swatch } of product.options.flatMap((option) => option.values)) {
      if (swatch === undefined) continue;
      swatches.set(key, swatch);
      values.set(keyOf({ spec: COLOUR, value: key }), label);
    }
  }

  async function productWith({ spec, value }: SpecWord): Promise<string[]> {
    const filter: SearchInput['filter'] =
      spec === COLOUR ? { colours: [value] } : { specs: { [spec]: [value] } };
    const found = await search({ filter, first: 1, facets: false, locale: 'en', currency: 'USD' });
    return found.ids.map(({ id }) => id);
  }

  async function readAll(ids: readonly string[]): Promise<void> {
    for (const view of await products.byIds(ids)) if (view) read(view.product);
  }

  const unknownOf = (words: readonly SpecWord[]) =>
    words.filter((word) => !values.has(keyOf(word)) && !unexplained.get(keyOf(word)));

  return {
    async learn(words, productIds) {
      if (unknownOf(words).length > 0) await readAll(productIds);
      const unknown = unknownOf(words);
      if (unknown.length === 0) return;
      const ids = new Set((await Promise.all(unknown.map(productWith))).flat());
      await readAll([...ids]);
      for (const word of unknownOf(unknown)) unexplained.set(keyOf(word), true);
    },
    spec: (key) => specs.get(key) ?? asIs(key),
    value: (word) => values.get(keyOf(word)) ?? asIs(word.value),
    colour: (key) => ({
      label: values.get(keyOf({ spec: COLOUR, value: key })) ?? asIs(key),
      swatch: swatches.get(key) ?? null,
    }),
  };
}

export const colourWord = (value: string): SpecWord => ({ spec: COLOUR, value });
