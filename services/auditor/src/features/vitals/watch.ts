import type { ScoreboardLine } from '@evenkeel/contracts';
import { isoNow } from '@evenkeel/kernel';
import type { MessagingContext } from '@evenkeel/messaging';
import type { Look } from './look.handler.js';
import { cheapLines, type Dated } from './scoreboard.js';

/** A look takes at most this part of the time, however much there is to sum up. */
const MOST_OF_THE_TIME = 0.02;
const LONGEST_REST_MS = 60_000;

interface Parts {
  readonly context: Pick<MessagingContext, 'meter' | 'clock' | 'log'>;
  readonly lookAround: () => Promise<Look>;
  readonly now?: () => number;
}

/** Looks at the cheap invariants again and again and keeps what the last two looks have shown. */
export class Watch {
  readonly #parts: Parts;
  #before: Look | null = null;
  #latest: Dated | null = null;
  #restUntil = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Looks once and returns what it saw; null when the last look took so long that it is too early for the next. */
  async turn(): Promise<Look | null> {
    const { context, lookAround, now = () => performance.now() } = this.#parts;
    const begun = now();
    if (begun < this.#restUntil) return null;
    const violatedBefore = new Set(violated(this.lines()).map(({ id }) => id));
    const look = await lookAround();
    // Waiting for somebody who is away costs nobody anything.
    const worked = look.unknown.size === 0 ? now() - begun : 0;
    this.#restUntil = now() + Math.min(LONGEST_REST_MS, worked / MOST_OF_THE_TIME);
    this.#before = this.#latest?.look ?? null;
    this.#latest = { look, at: isoNow(context.clock) };
    const lines = this.lines();
    for (const { id, violations } of lines) context.meter.gauge('invariant_violations', { id }, violations);
    for (const { id, sentence, evidence } of violated(lines))
      if (!violatedBefore.has(id)) context.log.error({ invariant: id, evidence }, `Violated: ${sentence}`);
    return look;
  }

  lines(): ScoreboardLine[] {
    return cheapLines(this.#before, this.#latest);
  }
}

const violated = (lines: readonly ScoreboardLine[]) => lines.filter(({ state }) => state === 'violated');
