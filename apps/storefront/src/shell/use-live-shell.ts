import { useEffect } from 'react';
import { allowFeed } from '../live/feed-client.js';
import { useFeed } from '../live/use-feed.js';
import { useShell } from './shell.query.js';

/** Opens the feed once there is a session, and keeps the points in the head of the page as they are now. */
export function useLiveShell(): void {
  const { viewer, again } = useShell();
  const known = viewer !== undefined;
  useEffect(() => {
    if (known) allowFeed();
  }, [known]);
  useFeed(viewer?.kind === 'CUSTOMER' ? ['WALLET'] : [], (event) => {
    if (event.kind === 'WALLET') again();
  });
}
