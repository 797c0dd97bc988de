import type { Client } from '@urql/core';
import { useSyncExternalStore } from 'react';
import { useClient } from 'urql';

/** Clients whose first page is on its way and brings what the frame shows along. */
const bringing = new Set<Client>();
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** While this lasts, the frame does not ask for itself. */
export async function bringingTheFrame(client: Client, work: () => Promise<unknown>): Promise<void> {
  bringing.add(client);
  tell();
  try {
    await work();
  } finally {
    bringing.delete(client);
    tell();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the frame's data come with the first page, so that asking for them would be asking twice. */
export function useFrameIsComing(): boolean {
  const client = useClient();
  return useSyncExternalStore(subscribe, () => bringing.has(client));
}
