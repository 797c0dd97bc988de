import { Problem } from '@evenkeel/contracts';
import { type Database, failureKind } from '@evenkeel/postgres';
import type { MessagingContext } from '../context.js';
import type { OutboxRow } from '../outbox/pack.js';
import { commitBatch } from './batch.js';
import type { Handler } from './handler.js';
import type { QueuedItem } from './item.js';
import { DEFAULT_LINGER, type Linger, WaitingLine } from './queue.js';

/** Commands that wait; past this, new ones are refused untried. */
const MAX_ASKS = 4_000;
const FIRST_RETRY_MS = 20;
const LONGEST_RETRY_MS = 2_000;
/** A stop waits for so many, which takes a tenth of a second. */
const LAST_RETRIES = 3;

export interface LaneParts {
  readonly db: Database;
  readonly handlers: readonly Handler[];
  readonly handOver: (rows: readonly OutboxRow[]) => void;
  readonly linger?: Partial<Linger>;
}

/** The one line of a service through which everything that changes its database goes, batch after batch. */
export class Lane {
  readonly #context: MessagingContext;
  readonly #parts: LaneParts;
  readonly #line: WaitingLine<QueuedItem>;
  #stopping = false;

  constructor(context: MessagingContext, parts: LaneParts) {
    this.#context = context;
    this.#parts = parts;
    this.#line = new WaitingLine((items) => this.#work(items), { ...DEFAULT_LINGER, ...parts.linger });
  }

  /** Takes a message or an input of our own; it waits however long the line is. */
  push(item: QueuedItem): void {
    this.#line.push(item);
  }

  /** Takes a command that somebody waits for; throws `house.too-busy` when the line is too long. */
  pushAsked(item: QueuedItem): void {
    if (this.#stopping) throw new Problem('house.unavailable', 'The service is stopping', { unknown: false });
    if (this.#line.length >= MAX_ASKS) {
      throw new Problem('house.too-busy', 'Too many commands wait; nothing was tried', { retryAfter: 1 });
    }
    this.#line.push(item);
  }

  room(below: number): Promise<void> {
    return this.#line.room(below);
  }

  /** Refuses new commands and waits for the waiting ones. */
  async drain(): Promise<void> {
    this.#stopping = true;
    await this.#line.idle();
  }

  /** Works a batch off until every item of it is settled. Never rejects. */
  async #work(batch: readonly QueuedItem[], suspect = false): Promise<void> {
    const started = performance.now();
    let items = batch;
    let askInbox = suspect;
    let tried: 'no' | 'perhaps' = 'no';
    for (let retry = 0; ; retry += 1) {
      items = this.#refuseLate(items, tried);
      if (items.length === 0) return;
      try {
        await this.#commit(items, askInbox);
        this.#context.meter.observe('lane_batch_seconds', {}, (performance.now() - started) / 1_000);
        this.#context.meter.count('lane_items_total', {}, items.length);
        this.#context.meter.count('lane_batches_total', {});
        return;
      } catch (error) {
        const kind = failureKind(error);
        if (kind === 'permanent' && askInbox) return this.#oneByOne(items, error);
        // The broker brings messages to whoever comes next, and who asked may ask again.
        if (kind !== 'permanent' && this.#stopping && retry >= LAST_RETRIES) return;
        this.#context.meter.count('lane_retries_total', { kind });
        const quiet = kind === 'permanent' || retry < 3;
        if (!quiet)
          this.#context.log.warn({ err: error, retry, items: items.length }, 'A batch is tried again');
        // After any failure a repetition may be in the batch, or a commit may have gone through unseen.
        if (kind !== 'permanent') await pause(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** retry));
        if (kind === 'commit-unknown') tried = 'perhaps';
        askInbox = true;
      }
    }
  }

  async #commit(items: readonly QueuedItem[], askInbox: boolean): Promise<void> {
    const { db, handlers, handOver } = this.#parts;
    const { clock, faults } = this.#context;
    const runIds = () => items.map(({ cause }) => cause.runId);
    if (faults.armed) await faults.cross('lane.before-transaction', runIds);
    const { outcomes, rows, effects, absorbed } = await commitBatch(items, {
      db,
      handlers,
      clock,
      askInbox,
      cross: faults.armed ? (point) => faults.cross(point, runIds) : null,
    });
    this.#context.meter.count('transactions_total', {});
    if (absorbed > 0) this.#context.meter.count('inbox_absorbed_total', {}, absorbed);
    if (faults.armed) await faults.cross('lane.after-commit', runIds);
    handOver(rows);
    for (const effect of effects) this.#run(effect);
    if (faults.armed) await faults.cross('lane.before-acknowledgement', runIds);
    for (const item of items) item.settle.done(outcomes.get(item.id) ?? null);
  }

  /** What is committed is done, whatever becomes of its echo. */
  #run(effect: () => void): void {
    try {
      effect();
    } catch (error) {
      this.#context.log.error({ err: error }, 'An effect after a commit failed');
    }
  }

  /** A poisoned item must not hold its neighbours: each gets a transaction of its own. */
  async #oneByOne(items: readonly QueuedItem[], error: unknown): Promise<void> {
    const [only] = items;
    if (only && items.length === 1) {
      const { type, id, cause } = only;
      const details = { err: error, type, id, correlationId: cause.correlationId };
      this.#context.log.error(details, 'A message could not be handled');
      await only.settle.failed(error);
      return;
    }
    this.#context.meter.count('lane_isolated_total', {});
    for (const item of items) await this.#work([item], true);
  }

  #refuseLate(items: readonly QueuedItem[], tried: 'no' | 'perhaps'): readonly QueuedItem[] {
    const now = performance.now();
    if (!items.some((item) => isLate(item, now))) return items;
    const problem =
      tried === 'no'
        ? new Problem('house.deadline-passed', 'The command came too late and was not tried')
        : new Problem(
            'house.unavailable',
            'It is not known whether the command was carried out; ask by its id',
            {
              unknown: true,
            },
          );
    for (const item of items) if (isLate(item, now)) void item.settle.failed(problem);
    return items.filter((item) => !isLate(item, now));
  }
}

const isLate = ({ deadline }: QueuedItem, now: number): boolean => deadline !== undefined && deadline <= now;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms * (0.75 + Math.random() / 2)));
}
