/** Polls until the assertion holds, and fails with its last error when it does not in time; long, for slow machines. */
export async function eventually<T>(assertion: () => Promise<T> | T, withinMs = 30_000): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
