import type { MessagingContext } from '../context.js';
import { every } from '../every.js';
import { deadStreamOf } from './names.js';
import { declaredStreams, streamInfo } from './streams.js';

const LOOK_EVERY_MS = 30_000;
/** The part of its bytes at which a stream raises the alarm: there is still time to do something. */
const ALARM_AT = 0.8;

/** Watches how full the streams of this service are, and raises the alarm before one refuses what is published. */
export async function watchStreams(context: MessagingContext): Promise<void> {
  const { service, log, meter } = context;
  const jsm = await context.nats.jetstreamManager();
  const own = declaredStreams().filter(({ owner }) => owner === service);
  const names = [...own.map(({ name }) => name), deadStreamOf(service)];

  async function look(name: string): Promise<void> {
    const info = await streamInfo(jsm, name);
    if (!info) return;
    const { max_bytes: limit } = info.config;
    const { bytes } = info.state;
    meter.gauge('stream_fill_ratio', { stream: name }, bytes / limit);
    if (bytes >= limit * ALARM_AT) {
      const details = { stream: name, bytes, limit };
      log.error(
        details,
        'A stream is almost full and will refuse messages; see why its readers do not keep up',
      );
    }
  }

  const watching = every(context, {
    ms: LOOK_EVERY_MS,
    what: 'look how full the streams are',
    run: () => Promise.all(names.map(look)),
  });
  // A question that is still open keeps nobody waiting: the broker may be away.
  context.onStop('stream watch', async () => void watching.stop());
  watching.soon();
}
