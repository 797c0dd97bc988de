import { useSyncExternalStore } from 'react';
import { liveState, onLiveState } from './feed-client.js';

/** Whether what is on screen changes by itself right now. */
export function useLive(): boolean {
  return useSyncExternalStore(onLiveState, () => liveState() !== 'cut');
}
