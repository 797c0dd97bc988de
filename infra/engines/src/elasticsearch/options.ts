import { type ElasticError, parsing } from './errors.js';
import { isObject, type Json, type JsonObject } from './json.js';

/**
 * Reads an object member by member and refuses whatever nobody read, so that no option is accepted without effect.
 * Every reader answers `undefined` for a member that is not there and refuses one of the wrong kind.
 */
export class Options {
  readonly where: string;
  private readonly members: Map<string, Json>;
  private readonly refuse: (reason: string) => ElasticError;

  constructor(where: string, value: unknown, refuse: (reason: string) => ElasticError = parsing) {
    if (!isObject(value)) throw refuse(`[${where}] expected an object`);
    this.where = where;
    this.refuse = refuse;
    this.members = new Map(Object.entries(value));
  }

  /** Takes a member as it is. */
  raw(key: string): Json | undefined {
    const value = this.members.get(key);
    this.members.delete(key);
    return value;
  }

  string(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'string') return value;
    throw this.wrong(key, 'a string');
  }

  number(key: string): number | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'number') return value;
    throw this.wrong(key, 'a number');
  }

  /** A whole number of at least `least`. */
  integer(key: string, least = 0): number | undefined {
    const value = this.number(key);
    if (value === undefined || (Number.isSafeInteger(value) && value >= least)) return value;
    throw this.wrong(key, `a whole number of at least ${least}`);
  }

  boolean(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === 'boolean') return value;
    throw this.wrong(key, 'a boolean');
  }

  object(key: string): JsonObject | undefined {
    const value = this.raw(key);
    if (value === undefined || isObject(value)) return value;
    throw this.wrong(key, 'an object');
  }

  /** A list; a single value counts as a list of one, as it does for the original. */
  list(key: string): Json[] | undefined {
    const value = this.raw(key);
    return value === undefined ? undefined : Array.isArray(value) ? value : [value];
  }

  strings(key: string): string[] | undefined {
    return this.list(key)?.map((value) => {
      if (typeof value !== 'string') throw this.wrong(key, 'a list of strings');
      return value;
    });
  }

  oneOf<const T extends string>(key: string, values: readonly T[]): T | undefined {
    const value = this.string(key)?.toLowerCase();
    if (value === undefined) return undefined;
    const found = values.find((candidate) => candidate === value);
    if (found === undefined) throw this.wrong(key, `one of ${values.join(', ')}`);
    return found;
  }

  /** Takes the one member whose name the caller does not know, such as the field of a `match`. */
  only(what: string): [string, Json] {
    const [entry, more] = [...this.members];
    if (!entry) throw this.refuse(`[${this.where}] needs ${what}`);
    if (more)
      throw this.refuse(
        `[${this.where}] query doesn't support multiple fields, found [${entry[0]}] and [${more[0]}]`,
      );
    this.members.clear();
    return entry;
  }

  has(key: string): boolean {
    return this.members.has(key);
  }

  /** Names of the members nobody read yet. */
  left(): string[] {
    return [...this.members.keys()];
  }

  /** Ends the reading: an unread member is refused. */
  done(): void {
    const [key] = this.members.keys();
    if (key !== undefined)
      throw this.refuse(
        `[${this.where}] does not support [${key}], or the Elasticsearch stand-in does not answer it`,
      );
  }

  private wrong(key: string, expected: string): ElasticError {
    return this.refuse(`[${this.where}] [${key}] must be ${expected}`);
  }
}
