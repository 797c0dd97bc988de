import { useSyncExternalStore } from 'react';
import { noteRemoved, type RemovedLine, stillOffered, UNDO_MS, withoutSku } from './removed-lines.js';

let removed: readonly RemovedLine[] = [];
const listeners = new Set<() => void>();

function change(next: readonly RemovedLine[]): void {
  removed = next;
  for (const listener of listeners) listener();
}

/** Offers to undo, for a while; drawer and page show the same offers. */
export function offerUndo(line: Omit<RemovedLine, 'until'>): void {
  change(noteRemoved(removed, line, Date.now()));
  setTimeout(() => change(stillOffered(removed, Date.now())), UNDO_MS + 50);
}

export function endOffer(sku: string): void {
  change(withoutSku(removed, sku));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useRemovedLines(): readonly RemovedLine[] {
  return useSyncExternalStore(subscribe, () => removed);
}
