import type { MessageVitals } from '@evenkeel/contracts';
import type { StreamVitals } from '@evenkeel/messaging';
import type { Violation } from '../../violation.js';

/** M6: what a stream acknowledged to a service is in it still. Of what is published again nothing is acknowledged. */
export const checkAcknowledged = (
  service: string,
  { acknowledged }: Pick<MessageVitals, 'acknowledged'>,
  streams: readonly StreamVitals[],
): Violation[] =>
  acknowledged.flatMap(({ stream, created, seq }) => {
    const now = streams.find((one) => one.stream === stream);
    if (now && now.created === created && now.lastSeq >= seq) return [];
    const has = now ? `goes to ${now.lastSeq} and was made at ${now.created}` : 'is not there';
    const subject = `${service} ${stream}`;
    const evidence = `${stream} acknowledged ${seq} to ${service}, made at ${created}; it ${has}`;
    return [{ invariant: 'M6', subject, evidence }];
  });

interface End {
  readonly at: number;
  readonly created: string;
  readonly seq: number;
}

/** R2: remembers where streams ended, so that it can tell who has not taken yet what was there a while ago. */
export class Lag {
  readonly #boundMs: number;
  readonly #ends = new Map<string, End[]>();

  /** Nobody may be behind by more than `boundMs`. */
  constructor(boundMs: number) {
    this.#boundMs = boundMs;
  }

  /** Takes how the streams stand at a moment of a clock that only goes forward; tells who is too far behind. */
  check(streams: readonly StreamVitals[], now: number): Violation[] {
    return streams.flatMap(({ stream, created, lastSeq, taken }) => {
      const ends = (this.#ends.get(stream) ?? []).filter((end) => end.created === created);
      const past = ends.filter(({ at }) => now - at >= this.#boundMs);
      const due = past[past.length - 1];
      this.#ends.set(stream, [
        ...ends.slice(Math.max(0, past.length - 1)),
        { at: now, created, seq: lastSeq },
      ]);
      if (!due) return [];
      return taken
        .filter(({ seq }) => seq < due.seq)
        .map(({ durable, seq }) => ({
          invariant: 'R2' as const,
          subject: durable,
          evidence: `${durable} has taken ${seq} of ${stream}, which had ${due.seq} ${Math.round((now - due.at) / 1_000)} s ago`,
        }));
    });
  }
}
