/** A map that forgets what was not used for the longest time once it holds more than `limit` entries. */
export function boundedMap<Key, Value>(limit: number) {
  const entries = new Map<Key, Value>();
  return {
    get(key: Key): Value | undefined {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      // A Map keeps the order of insertion: what was used moves to the end.
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key: Key, value: Value): void {
      entries.delete(key);
      entries.set(key, value);
      if (entries.size > limit) entries.delete(entries.keys().next().value as Key);
    },
    delete: (key: Key): boolean => entries.delete(key),
    clear: (): void => entries.clear(),
    size: (): number => entries.size,
  };
}
