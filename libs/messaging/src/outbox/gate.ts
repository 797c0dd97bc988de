/** Where publishing waits while it is not known whether the broker still has what it acknowledged. */
export class Gate {
  #passage: Promise<boolean> = Promise.resolve(true);
  #decide: ((open: boolean) => void) | undefined;

  get isClosed(): boolean {
    return this.#decide !== undefined;
  }

  close(): void {
    if (this.#decide) return;
    this.#passage = new Promise((resolve) => {
      this.#decide = resolve;
    });
  }

  open(): void {
    this.#decide?.(true);
    this.#decide = undefined;
  }

  /** Sends everybody away who waits or comes while it is closed. */
  abandon(): void {
    this.#decide?.(false);
  }

  /** Resolves to true once it is open, to false when it never will be. */
  passed(): Promise<boolean> {
    return this.#passage;
  }
}
