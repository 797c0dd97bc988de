import { describe, expect, it } from 'vitest';
import { backoffMs, NOTHING_READ, takeLine } from './feed-progress.js';

const order = { cursor: '7:12', kind: 'ORDER', order: { number: '42' } } as const;

describe('reading the feed', () => {
  it('passes news on and remembers how far it is', () => {
    const { progress, events } = takeLine({ cursor: '7:11', heard: true }, order, true);
    expect(events).toEqual([{ kind: 'ORDER', orderNumber: '42' }]);
    expect(progress.cursor).toBe('7:12');
  });

  it('passes a gap on that the server names', () => {
    const line = { cursor: '8:1', kind: 'REFETCH' } as const;
    expect(takeLine({ cursor: '7:11', heard: false }, line, true).events).toEqual([{ kind: 'REFETCH' }]);
  });

  it('takes a connection that starts from nowhere for a gap, once', () => {
    const first = takeLine(NOTHING_READ, order, false);
    expect(first.events.map((event) => event.kind)).toEqual(['REFETCH', 'ORDER']);
    expect(takeLine(first.progress, order, false).events.map((event) => event.kind)).toEqual(['ORDER']);
  });

  it('sees no gap where it went on from a cursor', () => {
    expect(takeLine({ cursor: '7:11', heard: false }, order, true).events.map((event) => event.kind)).toEqual(
      ['ORDER'],
    );
  });

  it('learns the newest cursor from a heartbeat and tells nobody', () => {
    const { progress, events } = takeLine(
      { cursor: '7:11', heard: true },
      { cursor: '7:90', kind: 'HEARTBEAT' },
      true,
    );
    expect(events).toEqual([]);
    expect(progress.cursor).toBe('7:90');
  });
});

describe('trying again', () => {
  it('waits longer each time, but never longer than half a minute', () => {
    expect([0, 1, 2, 10].map((tries) => backoffMs(tries, 1))).toEqual([500, 1_000, 2_000, 30_000]);
  });

  it('does not send everybody back at the same moment', () => {
    expect(backoffMs(3, 0)).toBe(2_000);
    expect(backoffMs(3, 0.5)).toBe(3_000);
  });
});
