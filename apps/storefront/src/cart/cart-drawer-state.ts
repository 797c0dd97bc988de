import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();

/** Opens or closes the basket beside the page. */
export function showCartDrawer(show: boolean): void {
  open = show;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useCartDrawer(): boolean {
  return useSyncExternalStore(subscribe, () => open);
}
