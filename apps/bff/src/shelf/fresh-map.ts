import type { Clock } from '@evenkeel/kernel';
import { boundedMap } from './bounded-map.js';

/** A bounded map whose entries are gone `ttlMs` after they were set; fits as the `cacheMap` of a DataLoader. */
export function freshMap<Key, Value>(limit: number, ttlMs: number, clock: Clock) {
  const entries = boundedMap<Key, { readonly value: Value; readonly until: number }>(limit);
  return {
    get(key: Key): Value | undefined {
      const entry = entries.get(key);
      if (!entry) return undefined;
      if (entry.until > clock.now()) return entry.value;
      entries.delete(key);
      return undefined;
    },
    set(key: Key, value: Value): void {
      entries.set(key, { value, until: clock.now() + ttlMs });
    },
    delete: (key: Key): boolean => entries.delete(key),
    clear: (): void => entries.clear(),
  };
}
