import type { Meter } from '@evenkeel/messaging';

/** A meter that a test can read. */
export interface CountingMeter extends Meter {
  /** The sum of what was counted under a name, of all labels or only of those that carry the given ones. */
  counted(name: string, labels?: Readonly<Record<string, string>>): number;
  /** The newest value of a gauge, whatever its labels. */
  gauged(name: string): number | undefined;
}

export function countingMeter(): CountingMeter {
  const gauges = new Map<string, number>();
  const counts: { name: string; labels: Readonly<Record<string, string>>; by: number }[] = [];
  return {
    count: (name, labels, by = 1) => void counts.push({ name, labels, by }),
    observe: () => undefined,
    gauge: (name, _, value) => void gauges.set(name, value),
    gauged: (name) => gauges.get(name),
    counted: (name, labels = {}) =>
      counts
        .filter((count) => count.name === name)
        .filter((count) => Object.entries(labels).every(([key, value]) => count.labels[key] === value))
        .reduce((sum, count) => sum + count.by, 0),
  };
}
