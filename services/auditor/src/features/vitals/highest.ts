import type { Violation } from '../../violation.js';

/** R2: remembers the highest version that was shown of anything, so that it can tell when one goes back. */
export class Highest {
  readonly #versions = new Map<string, number>();

  /** Takes the versions that a reader shows just now. */
  check(
    reader: string,
    shown: readonly { readonly productId: string; readonly version: number }[],
  ): Violation[] {
    return shown.flatMap(({ productId, version }) => {
      const key = `${reader} ${productId}`;
      const before = this.#versions.get(key) ?? version;
      this.#versions.set(key, Math.max(before, version));
      if (version >= before) return [];
      const evidence = `${reader} shows version ${version} of ${productId}, after it showed ${before}`;
      return [{ invariant: 'R2', subject: key, evidence }];
    });
  }
}
