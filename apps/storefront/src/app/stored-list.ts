import { useSyncExternalStore } from 'react';

/** A short list of names kept in this browser; every tab sees the same. */
export function storedList(key: string) {
  let raw: string | null | undefined;
  let list: readonly string[] = [];
  const listeners = new Set<() => void>();

  const read = (): readonly string[] => {
    const stored = localStorage.getItem(key);
    if (stored !== raw) {
      raw = stored;
      list = parseNames(stored);
    }
    return list;
  };
  const write = (next: readonly string[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    addEventListener('storage', listener);
    return () => {
      listeners.delete(listener);
      removeEventListener('storage', listener);
    };
  };
  return { read, write, use: () => useSyncExternalStore(subscribe, read) };
}

/** Storage can hold anything: what is not a list of names is an empty one. */
export function parseNames(stored: string | null): readonly string[] {
  if (stored === null) return [];
  try {
    const value: unknown = JSON.parse(stored);
    return Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
  } catch {
    return []; // written by something else; the next write mends it
  }
}
