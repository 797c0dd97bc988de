import { illegalArgument } from '../errors.js';

/** The parameters of a request's address, of which a route has said which it knows. */
export class Params {
  private readonly values: URLSearchParams;

  constructor(values: URLSearchParams) {
    this.values = values;
  }

  /** Refuses parameters nobody would read. */
  allowOnly(path: string, known: readonly string[]): void {
    for (const name of this.values.keys())
      if (!known.includes(name))
        throw illegalArgument(
          `request [${path}] contains unrecognized parameter, or one the Elasticsearch stand-in does not answer: [${name}]`,
        );
  }

  string(name: string): string | undefined {
    return this.values.get(name) ?? undefined;
  }

  list(name: string): string[] | undefined {
    return this.string(name)?.split(',');
  }

  integer(name: string): number | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    if (/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
    throw illegalArgument(`Failed to parse int parameter [${name}] with value [${text}]`);
  }

  /** True for `true` and for a parameter without a value. */
  boolean(name: string): boolean | undefined {
    const text = this.string(name);
    if (text === undefined) return undefined;
    if (text === 'true' || text === '') return true;
    if (text === 'false') return false;
    throw illegalArgument(`Failed to parse value [${text}] as only [true] or [false] are allowed.`);
  }
}
