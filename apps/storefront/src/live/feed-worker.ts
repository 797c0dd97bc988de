import { FeedConnection } from './feed-connection.js';
import { FEED_TOPICS, type FeedTopic, type FromWorker, type LiveState, type ToWorker } from './feed-event.js';

/** Every tab that listens, and what it wants to hear. */
const tabs = new Map<MessagePort, readonly FeedTopic[]>();
let state: LiveState = 'connecting';

function tell(message: FromWorker): void {
  for (const port of tabs.keys()) port.postMessage(message);
}

const connection = new FeedConnection({
  onEvent: (event) => tell({ type: 'event', event }),
  onState: (next) => {
    state = next;
    tell({ type: 'state', state });
  },
});

function listen(): void {
  const wanted = new Set([...tabs.values()].flat());
  connection.want(FEED_TOPICS.filter((topic) => wanted.has(topic)));
}

function take(port: MessagePort, message: ToWorker): void {
  switch (message.type) {
    case 'want':
      tabs.set(port, message.topics);
      port.postMessage({ type: 'state', state } satisfies FromWorker);
      listen();
      break;
    case 'bye':
      tabs.delete(port);
      listen();
      break;
    case 'pause':
      connection.pause();
      break;
    case 'restart':
      connection.restart();
      break;
  }
}

addEventListener('connect', (event) => {
  const port = (event as MessageEvent).ports[0];
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<ToWorker>) => take(port, data);
});
