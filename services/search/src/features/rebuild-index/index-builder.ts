import type { Indexes } from '../../store/indexes.js';
import { type Gathering, gatherParts } from './gather-parts.js';

export interface Rebuilt {
  readonly index: string;
  readonly documents: number;
}

/** A shop that changes all the time must not keep a rebuild from its end; the look after the swap finds the rest. */
const MOST_PASSES = 3;

/** Builds the index of products anew. */
export class IndexBuilder {
  readonly #indexes: Indexes;
  readonly #from: Gathering;
  readonly #now: () => number;
  #running: Promise<Rebuilt> | undefined;

  constructor(indexes: Indexes, from: Gathering, now: () => number) {
    this.#indexes = indexes;
    this.#from = from;
    this.#now = now;
  }

  /** Builds it now; who asks while one is being built gets that one. */
  rebuild(): Promise<Rebuilt> {
    this.#running ??= this.#build().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Builds it if there is none, and ends what another process began. Returns true when there was something to do. */
  async ensure(): Promise<boolean> {
    const state = await this.#indexes.state();
    if (state === 'missing') await this.rebuild();
    if (state === 'unsettled') await this.#settle();
    return state !== 'ready';
  }

  async #build(): Promise<Rebuilt> {
    await this.#indexes.ensureSources();
    await gatherParts(this.#from);
    const index = await this.#indexes.createProducts(this.#now());
    try {
      for (let pass = 0; pass < MOST_PASSES; pass += 1) {
        if ((await this.#from.indexer.indexAll({ index })) === 0) break;
      }
    } catch (error) {
      await this.#indexes.drop(index);
      throw error;
    }
    await this.#indexes.swapTo(index, this.#now());
    await this.#settle();
    return { index, documents: await this.#indexes.count() };
  }

  /** News that came while the index was filled went to the one before it; their parts are kept, so look again. */
  async #settle(): Promise<void> {
    await this.#from.indexer.indexAll();
    await this.#indexes.markSettled();
  }
}
