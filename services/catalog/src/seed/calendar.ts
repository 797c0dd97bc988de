const TODAY = Date.UTC(2026, 10, 20, 9);
const DAY = 86_400_000;

/** The moment `days` before the morning of 20 November 2026, so that the seed is the same on every machine. */
export function daysAgo(days: number): string {
  return new Date(TODAY - days * DAY).toISOString();
}
