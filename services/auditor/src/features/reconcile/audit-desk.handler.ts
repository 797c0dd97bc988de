import type { AuditRun } from '@evenkeel/contracts';
import { FINDING_CLASSES, severityOf } from '@evenkeel/contracts';
import { type EventId, newId } from '@evenkeel/kernel';
import { every, type MessagingContext } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { insertEntry } from '../../store/entry-store.js';
import {
  type FindingRow,
  findingIdOf,
  openFindings,
  selectVanished,
  settleFinding,
  toFinding,
} from '../../store/finding-store.js';
import {
  beginRun,
  endRun,
  failLostRuns,
  joinRun,
  noteRun,
  type RunRow,
  selectRunOf,
  touchRun,
} from '../../store/run-store.js';
import type { Repairs } from '../repair/repair.handler.js';
import type { Reconciled } from './reconcile.handler.js';

/** How long somebody is kept waiting for the end of an audit. */
const WAIT_MS = 2_000;
const SIGN_OF_LIFE_MS = 2_000;

interface Parts {
  readonly context: Pick<MessagingContext, 'log' | 'faults' | 'meter'>;
  readonly db: Database;
  readonly reconcile: (onProgress: (orders: number) => Promise<void>) => Promise<Reconciled>;
  readonly repairs: Pick<Repairs, 'bySelf'>;
  /** Told of findings that are new. */
  readonly alert: (finding: ReturnType<typeof toFinding>) => Promise<void>;
}

/** Takes the orders for deep audits: one at a time, whoever asks meanwhile joins it. */
export class AuditDesk {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Begins what the key asks for, or tells how far it is. Asked again with the same key, it is not done again. */
  async ask(key: string, repair: boolean): Promise<AuditRun> {
    const { db } = this.#parts;
    await db.query(failLostRuns);
    const known = await this.#find(key);
    if (known) return known;
    const [begun] = await db.query<RunRow>(beginRun(newId<EventId>(), key, repair));
    if (begun) {
      const auditing = this.#carryOut(begun);
      await Promise.race([auditing, new Promise((resolve) => setTimeout(resolve, WAIT_MS).unref())]);
    } else await db.query(joinRun(key));
    const run = await this.#find(key);
    if (!run) throw new Error('An audit ended while somebody joined it; ask again');
    return run;
  }

  async #find(key: string): Promise<AuditRun | null> {
    const [row] = await this.#parts.db.query<RunRow>(selectRunOf(key));
    if (!row) return null;
    const { repairs: _, ...run } = row;
    return run;
  }

  async #carryOut({ runId, repairs }: RunRow): Promise<void> {
    const { db, context, reconcile } = this.#parts;
    const living = every(context, {
      ms: SIGN_OF_LIFE_MS,
      what: 'say that an audit is under way',
      run: () => db.query(touchRun(runId)),
    });
    try {
      const reconciled = await reconcile(async (orders) => void (await db.query(noteRun(runId, orders))));
      if (context.faults.armed && reconciled.differences.length > 0)
        await context.faults.cross('reconciliation.found');
      await this.#keep(reconciled);
      if (repairs) await this.#parts.repairs.bySelf();
      await db.query(endRun(runId, 'done', reconciled.differences.length));
    } catch (error) {
      context.log.error({ err: error, runId }, 'An audit could not be carried out to its end');
      await db.query(endRun(runId, 'failed', 0));
    } finally {
      await living.stop();
    }
  }

  async #keep({ differences, unjudged, undecided }: Reconciled): Promise<void> {
    const { db, context, alert } = this.#parts;
    const fresh = await db.query<FindingRow>(openFindings(differences));
    for (const finding of fresh.map(toFinding)) {
      const { id, class: name, subject, evidence } = finding;
      context.meter.count('findings_total', { class: name });
      const details = { id, class: name, subject, severity: severityOf(name), evidence };
      context.log.error(details, FINDING_CLASSES[name].sentence);
      await alert(finding);
    }
    const stay = [...differences.map(findingIdOf), ...undecided];
    const gone = await db.query<FindingRow>(selectVanished(stay, unjudged));
    for (const { id, subject } of gone) {
      await db.transaction(async (tx) => {
        const [settled] = await tx.query<FindingRow>(settleFinding(id, 'repaired'));
        const said = { what: 'agreed again', from: 'open', to: 'repaired' };
        if (settled) tx.write(insertEntry({ findingId: id, who: null, subject, ...said }));
      });
    }
  }
}
