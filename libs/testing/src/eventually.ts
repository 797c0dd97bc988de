/** How long to go on, and how long to rest between two looks. */
export interface Patience {
  readonly withinMs?: number;
  readonly everyMs?: number;
}

/**
 * Looks again and again until `look` does not throw, and returns what it returned. When the time is over it throws
 * what the last look threw, so that a failing test shows the assertion and not the waiting.
 */
export async function eventually<Result>(
  look: () => Result | Promise<Result>,
  { withinMs = 20_000, everyMs = 20 }: Patience = {},
): Promise<Result> {
  const until = performance.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() >= until) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
