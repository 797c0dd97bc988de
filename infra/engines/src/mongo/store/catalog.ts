import { decodeDoc } from '../bson/decode.js';
import { ownBytes } from '../bson/encode.js';
import { CommandError } from '../errors.js';
import { Collection } from './collection.js';
import type { IndexSpec } from './index-spec.js';
import { Entry, type LogEntry } from './log-format.js';
import { parseIndexSpec } from './parse-index-spec.js';

/** All collections by name and by number. */
export class Catalog {
  readonly byName = new Map<string, Collection>();
  private readonly byNumber = new Map<number, Collection>();
  private lastNumber = 0;
  private unbuilt: { collection: Collection; spec: IndexSpec }[] = [];

  create(ns: string, id = this.lastNumber + 1): Collection {
    const collection = new Collection(id, ns);
    this.lastNumber = Math.max(this.lastNumber, id);
    this.byName.set(ns, collection);
    this.byNumber.set(id, collection);
    return collection;
  }

  drop(collection: Collection): void {
    this.byName.delete(collection.ns);
    this.byNumber.delete(collection.id);
  }

  /** Gives a collection another name; the one that had it is gone. */
  rename(collection: Collection, ns: string): void {
    const target = this.byName.get(ns);
    if (target !== undefined) this.drop(target);
    this.byName.delete(collection.ns);
    collection.ns = ns;
    this.byName.set(ns, collection);
  }

  /** Builds the indexes that `apply` only noted. */
  buildIndexes(): void {
    for (const { collection, spec } of this.unbuilt) collection.addIndex(spec);
    this.unbuilt = [];
  }

  /** Does again what a record of the log says. Indexes wait for `buildIndexes`: that is quicker than to keep them. */
  apply({ kind, collection: id, body }: LogEntry): void {
    if (kind === Entry.create) {
      this.create(String(decodeDoc(body).ns), id);
      return;
    }
    const collection = this.byNumber.get(id);
    if (collection === undefined)
      throw new CommandError(8, `the log speaks of collection ${id}, which was not made`);
    switch (kind) {
      case Entry.put:
        putBack(collection, ownBytes(body));
        break;
      case Entry.remove: {
        const known = collection.byIdOf(body);
        if (known !== undefined) collection.remove(known);
        break;
      }
      case Entry.drop:
        this.drop(collection);
        break;
      case Entry.rename:
        this.rename(collection, String(decodeDoc(body).ns));
        break;
      case Entry.addIndex:
        this.unbuilt.push({ collection, spec: parseIndexSpec(decodeDoc(body)) });
        break;
      case Entry.dropIndex: {
        const { name } = decodeDoc(body);
        this.unbuilt = this.unbuilt.filter(
          (index) => index.collection !== collection || index.spec.name !== name,
        );
        break;
      }
      default:
        throw new CommandError(8, `the log has a record of unknown kind ${kind}`);
    }
  }
}

function putBack(collection: Collection, bytes: Buffer): void {
  const known = collection.byIdOf(bytes);
  if (known === undefined) collection.insert(bytes);
  else collection.replace(known, bytes);
}
