import type { StreamInfo } from 'nats';
import type { MessagingContext } from '../context.js';
import { every } from '../every.js';
import { deadStreamOf } from './names.js';
import { declaredStreams, streamInfo } from './streams.js';
import { takenUpTo } from './taken.js';

const LOOK_EVERY_MS = 10_000;
/** The part of its bytes at which something is done about a stream, while there is still time. */
const ALARM_AT = 0.8;

const fillOf = ({ config, state }: StreamInfo): number => state.bytes / config.max_bytes;
const isAlmostFull = (info: StreamInfo): boolean => info.config.discard === 'new' && fillOf(info) >= ALARM_AT;

/**
 * Watches how full the streams of this service are. One that is almost full loses what everybody has taken before its
 * age would have removed it; when that is not enough the alarm is raised, since it will refuse what is published.
 */
export async function watchStreams(context: MessagingContext): Promise<void> {
  const { service, log, meter } = context;
  const jsm = await context.nats.jetstreamManager();
  const own = declaredStreams().filter(({ owner }) => owner === service);
  const names = [...own.map(({ name }) => name), deadStreamOf(service)];

  async function look(stream: string): Promise<void> {
    let info = await streamInfo(jsm, stream);
    if (info && isAlmostFull(info)) {
      const seq = await takenUpTo(jsm, stream);
      if (seq >= info.state.first_seq) {
        const { purged } = await jsm.streams.purge(stream, { seq: seq + 1 });
        log.warn({ stream, purged }, 'A stream was almost full; what everybody has taken was removed early');
        info = await streamInfo(jsm, stream);
      }
    }
    if (!info) return;
    meter.gauge('stream_fill_ratio', { stream }, fillOf(info));
    if (!isAlmostFull(info)) return;
    const details = { stream, bytes: info.state.bytes, limit: info.config.max_bytes };
    log.error(
      details,
      'A stream is almost full and will refuse messages; see why its readers do not keep up',
    );
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
