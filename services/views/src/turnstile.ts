/** Lets through one at a time, in order of arrival. */
export class Turnstile {
  #last: Promise<unknown> = Promise.resolve();

  /** Does the work when everybody before is through; resolves or rejects as it does. */
  pass<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = this.#last.then(work);
    // Whoever comes next waits for the end, not for how it ended: that is told to whoever passed.
    this.#last = Promise.allSettled([mine]);
    return mine;
  }
}
