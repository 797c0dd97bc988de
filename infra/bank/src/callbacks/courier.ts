import type { Database } from '@evenkeel/postgres';
import { Webhook } from 'standardwebhooks';
import { Pool } from 'undici';
import { BatchLine } from '../batch-line.js';
import {
  type Callback,
  delayCallbacks,
  deleteCallbacks,
  selectDueCallbacks,
} from '../store/callback-store.js';
import { Gate } from './gate.js';

/** Callbacks on their way at once; each holds a connection that is kept open. */
const AT_ONCE = 24;
const ANSWER_MS = 5_000;
const SWEEP_LIMIT = 500;

interface Parts {
  readonly db: Database;
  readonly url: string;
  /** `whsec_…` */
  readonly secret: string;
  readonly log: { warn(details: object, message: string): void };
}

/** Carries callbacks to the merchant and notes in the book which ones were taken. */
export class Courier {
  readonly #parts: Parts;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #webhook: Webhook;
  readonly #gate = new Gate(AT_ONCE);
  readonly #underway = new Map<string, Promise<void>>();
  readonly #outcomes: BatchLine<{ readonly id: string; readonly taken: boolean }, undefined>;
  readonly counts = { taken: 0, notTaken: 0 };
  #stopped = false;

  constructor(parts: Parts) {
    const url = new URL(parts.url);
    this.#parts = parts;
    this.#path = `${url.pathname}${url.search}`;
    this.#webhook = new Webhook(parts.secret);
    this.#pool = new Pool(url.origin, {
      connections: AT_ONCE,
      headersTimeout: ANSWER_MS,
      bodyTimeout: ANSWER_MS,
      keepAliveTimeout: 30_000,
    });
    this.#outcomes = new BatchLine(async (outcomes) => {
      const taken = outcomes.filter((o) => o.taken).map((o) => o.id);
      const notTaken = outcomes.filter((o) => !o.taken).map((o) => o.id);
      if (taken.length > 0) await parts.db.query(deleteCallbacks(taken.sort()));
      if (notTaken.length > 0) await parts.db.query(delayCallbacks(notTaken.sort()));
      return outcomes.map(() => undefined);
    });
  }

  /** Sends it once; resolves when it was taken or was not. Never rejects: what is not noted is sent again. */
  send(callback: Omit<Callback, 'tries'>): Promise<void> {
    const known = this.#underway.get(callback.id);
    if (known || this.#stopped) return known ?? Promise.resolve();
    const sent = this.#gate
      .through(() => this.#carry(callback))
      .finally(() => this.#underway.delete(callback.id));
    this.#underway.set(callback.id, sent);
    return sent;
  }

  /** Sends what is due: delayed, not taken before, or left by a process that died. */
  async sweep(): Promise<void> {
    const due = await this.#parts.db.query<Callback>(selectDueCallbacks(SWEEP_LIMIT));
    for (const callback of due) void this.send(callback);
  }

  get waiting(): number {
    return this.#underway.size;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#pool.destroy();
    await Promise.all(this.#underway.values());
    await this.#outcomes.idle();
  }

  async #carry({ id, body, copies }: Omit<Callback, 'tries'>): Promise<void> {
    let taken = true;
    for (let copy = 0; copy < copies && taken; copy += 1) taken = await this.#post(id, body);
    this.counts[taken ? 'taken' : 'notTaken'] += 1;
    try {
      if (!this.#stopped || taken) await this.#outcomes.push({ id, taken });
    } catch (error) {
      this.#parts.log.warn({ err: error, id }, 'Could not note a callback; it is sent again');
    }
  }

  async #post(id: string, body: string): Promise<boolean> {
    const messageId = `msg_${id}`;
    const at = new Date();
    try {
      const answer = await this.#pool.request({
        path: this.#path,
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'webhook-id': messageId,
          'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
          'webhook-signature': this.#webhook.sign(messageId, at, body),
        },
        body,
      });
      await answer.body.dump();
      if (answer.statusCode >= 200 && answer.statusCode < 300) return true;
      this.#parts.log.warn({ id, status: answer.statusCode }, 'The merchant did not take a callback');
    } catch (error) {
      if (!this.#stopped) this.#parts.log.warn({ err: error, id }, 'The merchant cannot be reached');
    }
    return false;
  }
}
