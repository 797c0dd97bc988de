import { FeedConnection } from './feed-connection.js';
import type { FeedTopic, FromWorker, ToWorker } from './feed-event.js';

/** A connection of this tab's own, open while the tab can be seen. */
export function ownFeed(take: (message: FromWorker) => void): (message: ToWorker) => void {
  const connection = new FeedConnection({
    onEvent: (event) => take({ type: 'event', event }),
    onState: (state) => take({ type: 'state', state }),
  });
  let topics: readonly FeedTopic[] = [];
  const listen = () => connection.want(document.hidden ? [] : topics);
  document.addEventListener('visibilitychange', listen);
  return (message) => {
    if (message.type === 'restart') return connection.restart();
    if (message.type === 'pause') return connection.pause();
    topics = message.type === 'want' ? message.topics : [];
    listen();
  };
}
