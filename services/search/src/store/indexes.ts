import { errors } from '@elastic/elasticsearch';
import type { SearchEngine } from './engine.js';
import { LAYOUT, partIndex, productIndex, reviewIndex } from './mappings.js';
import { isIndexMissing, NotNow } from './outage.js';

/** A rebuild that died leaves an index without an alias; after this time it is nobody's. */
const ABANDONED_MS = 3_600_000;

/**
 * - `missing`: nothing to search, such as after the server lost its data, or only an index of another layout;
 * - `unsettled`: swapped in, but the process ended before it had looked for what changed meanwhile.
 */
export type IndexState = 'missing' | 'unsettled' | 'ready';

/** Makes, swaps and finds the indexes. */
export class Indexes {
  readonly #engine: SearchEngine;

  constructor(engine: SearchEngine) {
    this.#engine = engine;
  }

  async state(): Promise<IndexState> {
    const { names } = this.#engine;
    const [products, settled, parts, reviews] = await Promise.all([
      this.#behind(names.products),
      this.#behind(names.settled),
      this.#behind(names.parts),
      this.#behind(names.reviews),
    ]);
    if (!products.some((name) => name.startsWith(this.#prefix))) return 'missing';
    if (parts.length === 0 || reviews.length === 0) return 'missing';
    return products.every((name) => settled.includes(name)) ? 'ready' : 'unsettled';
  }

  /** Makes the indexes of parts and reviews where they are not there. */
  async ensureSources(): Promise<void> {
    await this.#ensure(this.#engine.names.parts, partIndex);
    await this.#ensure(this.#engine.names.reviews, reviewIndex);
  }

  /** Makes an empty index of products that nobody searches yet; returns its name. */
  async createProducts(nowMs: number): Promise<string> {
    const index = `${this.#prefix}${nowMs}-${Math.floor(Math.random() * 1e6)}`;
    await this.#engine.client.indices.create({ index, ...productIndex });
    return index;
  }

  /** From one moment to the next all searches and writes go to this index; those before it are gone. */
  async swapTo(index: string, nowMs: number): Promise<void> {
    const alias = this.#engine.names.products;
    await this.#engine.client.indices.refresh({ index });
    const before = await this.#behind(alias);
    const abandoned = await this.#abandoned(nowMs - ABANDONED_MS);
    const gone = [...new Set([...before, ...abandoned])].filter((name) => name !== index);
    await this.#engine.client.indices.updateAliases({
      actions: [{ add: { index, alias } }, ...gone.map((name) => ({ remove_index: { index: name } }))],
    });
  }

  /** Says that nothing is missing in the index that is searched. */
  async markSettled(): Promise<void> {
    const { client, names } = this.#engine;
    const behind = await this.#behind(names.products);
    await client.indices.updateAliases({
      actions: behind.map((index) => ({ add: { index, alias: names.settled } })),
    });
  }

  async drop(index: string): Promise<void> {
    await this.#engine.client.indices.delete({ index });
  }

  /** How many products a search can find. */
  async count(): Promise<number> {
    const { client, names } = this.#engine;
    await client.indices.refresh({ index: names.products });
    return (await client.count({ index: names.products })).count;
  }

  get #prefix(): string {
    return `${this.#engine.names.products}-${LAYOUT}-`;
  }

  /** The indexes that an alias stands for. */
  async #behind(alias: string): Promise<string[]> {
    try {
      return Object.keys(await this.#engine.client.indices.getAlias({ name: alias }));
    } catch (error) {
      if (isIndexMissing(error)) return [];
      throw error;
    }
  }

  async #abandoned(beforeMs: number): Promise<string[]> {
    const { client, names } = this.#engine;
    const all = Object.keys(await client.indices.getAlias({ index: `${names.products}-*` }));
    return all.filter((name) => Number(name.slice(names.products.length).split('-')[2]) < beforeMs);
  }

  async #ensure(alias: string, index: typeof partIndex | typeof reviewIndex): Promise<void> {
    if ((await this.#behind(alias)).length > 0) return;
    const name = `${alias}-1`;
    try {
      await this.#engine.client.indices.create({ index: name, ...index, aliases: { [alias]: {} } });
    } catch (error) {
      const taken = error instanceof errors.ResponseError && error.message.includes('already_exists');
      if (!taken) throw error;
      // Another process was quicker; else a write made it while the server was losing its data, without a mapping.
      if ((await this.#behind(alias)).length > 0) return;
      await this.drop(name);
      throw new NotNow(`${name} was there without its alias and was removed`);
    }
  }
}
