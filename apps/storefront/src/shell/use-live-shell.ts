import { useEffect, useEffectEvent } from 'react';
import { allowFeed } from '../live/feed-client.js';
import { useFeed } from '../live/use-feed.js';
import { useShell } from './shell.query.js';

const RETRY_MS = 5_000;

/** Opens the feed once there is a session, and keeps the points in the head of the page as they are now. */
export function useLiveShell(): void {
  const { viewer, error, again } = useShell();
  const known = viewer !== undefined;
  useEffect(() => {
    if (known) allowFeed();
  }, [known]);
  const retry = useEffectEvent(again);
  useEffect(() => {
    if (!error || known) return;
    const timer = setInterval(() => retry(), RETRY_MS);
    return () => clearInterval(timer);
  }, [error, known]);
  useFeed(viewer?.kind === 'CUSTOMER' ? ['WALLET'] : [], (event) => {
    if (event.kind === 'WALLET' || event.kind === 'REFETCH') again();
  });
}
