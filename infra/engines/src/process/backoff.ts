const FIRST_MS = 200;
const LONGEST_MS = 10_000;
const STEADY_AFTER_MS = 30_000;

/**
 * How long to wait before starting a process again that was up for `upMs`, when the wait before was `lastMs`
 * (0 for the first death): doubles from 0.2 s to 10 s, and begins anew for one that had stayed up for 30 s.
 */
export function restartDelay(lastMs: number, upMs: number): number {
  if (lastMs === 0 || upMs >= STEADY_AFTER_MS) return FIRST_MS;
  return Math.min(lastMs * 2, LONGEST_MS);
}
