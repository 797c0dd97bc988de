import mongoose from 'mongoose';
import { emptyOrder, type OrderDocument } from '../features/orders/order-document.js';
import type { Models } from './models.js';

/** Orders that were changed lately are likely to change again soon. */
const REMEMBERED = 4_000;
const DUPLICATE_KEY = 11_000;

/** Somebody else wrote an order since it was read; read again and apply again. */
export class RevisionMoved extends Error {
  override readonly name = 'RevisionMoved';
}

/** Loads and saves read models of orders, a batch at a time, guarded by revision. */
export class OrderStore {
  readonly #models: Pick<Models, 'orders'>;
  readonly #firstRevision: number;
  #recent = new Map<string, OrderDocument>();

  /** New documents begin at a revision; those of a rebuild begin higher than any before. */
  constructor(models: Pick<Models, 'orders'>, firstRevision = 0) {
    this.#models = models;
    this.#firstRevision = firstRevision;
  }

  async load(ids: readonly string[]): Promise<Map<string, OrderDocument>> {
    const found = new Map<string, OrderDocument>();
    const missing: string[] = [];
    for (const id of ids) {
      const known = this.#recent.get(id);
      if (known) found.set(id, known);
      else missing.push(id);
    }
    if (missing.length > 0) {
      for (const document of await this.#models.orders.collection
        .find({ _id: { $in: missing } } as never)
        .toArray()) {
        const order = document as unknown as OrderDocument;
        found.set(order._id, order);
      }
      for (const id of missing) if (!found.has(id)) found.set(id, emptyOrder(id, this.#firstRevision));
    }
    return found;
  }

  /** Writes changed documents, each only if its revision is still the one that was read. */
  async save(changed: readonly OrderDocument[]): Promise<void> {
    const next = changed.map((document) => ({ ...document, revision: document.revision + 1 }));
    try {
      const result = await this.#models.orders.collection.bulkWrite(
        next.map((document) => ({
          replaceOne: {
            filter: { _id: document._id, revision: document.revision - 1 },
            replacement: document,
            upsert: document.revision === this.#firstRevision + 1,
          },
        })) as never,
        { ordered: false },
      );
      if (result.modifiedCount + result.upsertedCount < next.length)
        throw new RevisionMoved('An order was changed meanwhile');
    } catch (error) {
      this.forget();
      if (error instanceof mongoose.mongo.MongoServerError && error.code === DUPLICATE_KEY) {
        throw new RevisionMoved('An order was made meanwhile', { cause: error });
      }
      throw error;
    }
    for (const document of next) this.#remember(document);
  }

  /** Drops what is remembered, after something else changed the collection. */
  forget(): void {
    this.#recent = new Map();
  }

  #remember(document: OrderDocument): void {
    this.#recent.delete(document._id);
    this.#recent.set(document._id, document);
    if (this.#recent.size > REMEMBERED) this.#recent.delete(this.#recent.keys().next().value ?? '');
  }
}
