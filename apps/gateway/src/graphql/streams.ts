/** The live streams that are open, by session: they end when the session changes, and first of all at a stop. */
export class OpenStreams {
  readonly #bySession = new Map<string, Set<() => void>>();

  add(sessionId: string, close: () => void): () => void {
    const mine = this.#bySession.get(sessionId) ?? new Set();
    this.#bySession.set(sessionId, mine);
    mine.add(close);
    return () => {
      mine.delete(close);
      if (mine.size === 0) this.#bySession.delete(sessionId);
    };
  }

  /** How many of a session are open. */
  of(sessionId: string): number {
    return this.#bySession.get(sessionId)?.size ?? 0;
  }

  closeOf(sessionId: string): void {
    for (const close of [...(this.#bySession.get(sessionId) ?? [])]) close();
  }

  closeAll(): void {
    for (const sessionId of [...this.#bySession.keys()]) this.closeOf(sessionId);
  }
}
