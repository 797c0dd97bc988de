import type { MessagingContext } from '../context.js';
import type { QueuedItem } from './item.js';
import { DEFAULT_LINGER, type Linger, WaitingLine } from './queue.js';

export interface PlainLaneParts {
  /** Applies a batch; must come out the same when a batch, or a part of it, is applied again. */
  readonly apply: (items: readonly QueuedItem[]) => Promise<void>;
  /** True for failures of the engine, which are retried for as long as they last. */
  readonly isOutage: (error: unknown) => boolean;
  readonly linger?: Partial<Linger>;
}

/** The lane of a service without Postgres: its effects are upserts guarded by version, so it needs no inbox. */
export class PlainLane {
  readonly #context: MessagingContext;
  readonly #parts: PlainLaneParts;
  readonly #line: WaitingLine<QueuedItem>;
  #stopping = false;

  constructor(context: MessagingContext, parts: PlainLaneParts) {
    this.#context = context;
    this.#parts = parts;
    this.#line = new WaitingLine((items) => this.#work(items), { ...DEFAULT_LINGER, ...parts.linger });
  }

  push(item: QueuedItem): void {
    this.#line.push(item);
  }

  room(below: number): Promise<void> {
    return this.#line.room(below);
  }

  /** Works off what waits. While the engine is away nothing is tried again: the broker brings it to whoever comes next. */
  async drain(): Promise<void> {
    this.#stopping = true;
    await this.#line.idle();
  }

  async #work(items: readonly QueuedItem[]): Promise<void> {
    const { faults } = this.#context;
    const runIds = () => items.map(({ cause }) => cause.runId);
    for (let retry = 0; ; retry += 1) {
      try {
        if (faults.armed) await faults.cross('lane.before-transaction', runIds);
        await this.#parts.apply([...new Map(items.map((item) => [item.id, item])).values()]);
        if (faults.armed) await faults.cross('lane.before-acknowledgement', runIds);
        this.#context.meter.count('lane_items_total', {}, items.length);
        this.#context.meter.count('lane_batches_total', {});
        for (const item of items) item.settle.done(null);
        return;
      } catch (error) {
        if (!this.#parts.isOutage(error)) return this.#oneByOne(items, error);
        if (this.#stopping) return;
        this.#context.meter.count('lane_retries_total', { kind: 'transient' });
        if (retry >= 3) this.#context.log.warn({ err: error, retry }, 'A batch is tried again');
        const ms = Math.min(2_000, 20 * 2 ** retry) * (0.75 + Math.random() / 2);
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
    }
  }

  async #oneByOne(items: readonly QueuedItem[], error: unknown): Promise<void> {
    const [only] = items;
    if (only && items.length === 1) {
      const { type, id, cause } = only;
      const details = { err: error, type, id, correlationId: cause.correlationId };
      this.#context.log.error(details, 'A message could not be handled');
      return only.settle.failed(error);
    }
    this.#context.meter.count('lane_isolated_total', {});
    for (const item of items) await this.#work([item]);
  }
}
