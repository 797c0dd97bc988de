import type { LiftPart, ProductPart, RatingPart, StockPart } from '../features/index-products/parts.js';
import type { SearchEngine } from './engine.js';
import { NotNow } from './outage.js';
import { removeDocuments, type VersionedDocument, writeNewest } from './write-newest.js';

export interface Versioned<Body> {
  readonly key: string;
  readonly version: number;
  readonly body: Body;
}

/** What each kind of part says, under which key. */
interface Bodies {
  /** By product id. */
  readonly product: ProductPart;
  /** The product that a SKU belongs to, by SKU. */
  readonly owner: { readonly productId: string };
  /** By SKU. */
  readonly stock: StockPart;
  /** By product id. */
  readonly rating: RatingPart;
  /** By product id. */
  readonly lift: LiftPart;
}
export type PartKind = keyof Bodies;
type Found<Body> = ReadonlyMap<string, { readonly version: number; readonly body: Body }>;

const AT_ONCE = 1_000;

/** What the owners said last, kept apart until all of it is there, so that the order of the news does not matter. */
export class PartStore {
  readonly #engine: SearchEngine;

  constructor(engine: SearchEngine) {
    this.#engine = engine;
  }

  /** Keeps parts, each unless a newer version is known. */
  async put<Kind extends PartKind>(kind: Kind, parts: readonly Versioned<Bodies[Kind]>[]): Promise<void> {
    const documents = parts.map(
      ({ key, version, body }): VersionedDocument => ({
        id: `${kind}:${key}`,
        version,
        document: { kind, key, body },
      }),
    );
    await writeNewest(this.#engine.client, { alias: this.#engine.names.parts, repeats: true }, documents);
  }

  /** Forgets parts by key. */
  async remove(kind: PartKind, keys: readonly string[]): Promise<void> {
    const ids = keys.map((key) => `${kind}:${key}`);
    await removeDocuments(this.#engine.client, this.#engine.names.parts, ids);
  }

  /** Parts by key, as last written, whether or not a search would see them yet. */
  async get<Kind extends PartKind>(kind: Kind, keys: readonly string[]): Promise<Found<Bodies[Kind]>> {
    const { client, names } = this.#engine;
    const found = new Map<string, { version: number; body: Bodies[Kind] }>();
    const wanted = [...new Set(keys)];
    for (let from = 0; from < wanted.length; from += AT_ONCE) {
      const { docs } = await client.mget<{ key: string; body: Bodies[Kind] }>({
        index: names.parts,
        ids: wanted.slice(from, from + AT_ONCE).map((key) => `${kind}:${key}`),
      });
      for (const doc of docs) {
        if ('error' in doc) throw unreadable(doc._id, doc.error);
        if (doc.found && doc._source)
          found.set(doc._source.key, { version: doc._version ?? 0, body: doc._source.body });
      }
    }
    return found;
  }

  /** The ids of all products, a page at a time; what comes in meanwhile may be missing. */
  async *productIds(): AsyncGenerator<string[]> {
    const { client, names } = this.#engine;
    await client.indices.refresh({ index: names.parts });
    for (let after: string | undefined; ; ) {
      const { hits } = await client.search({
        index: names.parts,
        query: { term: { kind: 'product' } },
        sort: [{ key: 'asc' }],
        size: 200,
        _source: false,
        track_total_hits: false,
        ...(after === undefined ? {} : { search_after: [after] }),
      });
      const ids = hits.hits.map((hit) => String(hit.sort?.[0]));
      if (ids.length === 0) return;
      yield ids;
      after = ids[ids.length - 1];
    }
  }
}

function unreadable(id: string, { type, reason }: { type: string; reason?: string | null }): Error {
  const why = `${id} could not be read: ${reason ?? type}`;
  return type === 'index_not_found_exception' ? new NotNow(why) : new Error(why);
}
