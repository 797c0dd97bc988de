import { useEffect, useEffectEvent } from 'react';
import { onFeed } from './feed-client.js';
import type { FeedEvent, FeedTopic } from './feed-event.js';

/** Hears the feed while the component is on screen. No topics: hears nothing. A REFETCH reaches everybody. */
export function useFeed(topics: readonly FeedTopic[], handler: (event: FeedEvent) => void): void {
  const handle = useEffectEvent(handler);
  const wanted = topics.join();
  useEffect(() => {
    if (wanted === '') return;
    return onFeed(wanted.split(',') as FeedTopic[], (event) => handle(event));
  }, [wanted]);
}
