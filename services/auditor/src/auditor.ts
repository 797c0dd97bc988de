import type { ScoreboardLine } from '@evenkeel/contracts';
import { every, getStreamVitals, newestMessages } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import type { House, ServedAction } from '@evenkeel/runtime';
import { alerts, type Webhook } from './alerts.js';
import { deadLetterActions } from './features/dead-letters/dead-letter-actions.handler.js';
import { editDesk } from './features/dead-letters/edit-desk.handler.js';
import { replayDesk } from './features/dead-letters/replay-desk.handler.js';
import { AuditDesk } from './features/reconcile/audit-desk.handler.js';
import { reconcile, sourcesOf } from './features/reconcile/reconcile.handler.js';
import { askOwner } from './features/repair/ask-owner.handler.js';
import { repairs } from './features/repair/repair.handler.js';
import { Lag } from './features/vitals/check-streams.js';
import { Highest } from './features/vitals/highest.js';
import { lookAround } from './features/vitals/look.handler.js';
import { Quiet } from './features/vitals/quiet.js';
import { deepLines } from './features/vitals/scoreboard.js';
import { Watch } from './features/vitals/watch.js';
import { auditorActions } from './service.js';
import { type OpenRow, selectOpen } from './store/finding-store.js';
import { selectLastDone } from './store/run-store.js';

/** How soon an edit or a replay of dead letters goes on that came to a halt. */
const RESUME_EVERY_MS = 1_000;

/** Who follows a stream may be this far behind. */
const LAG_BOUND_MS = 30_000;

/** What the auditor needs of the process that it runs in. */
export type AuditorContext = Pick<House, 'call' | 'log' | 'meter' | 'clock' | 'faults' | 'nats' | 'onStop'>;

export interface AuditorParts {
  readonly db: Database;
  /** URL of the same database, for the connection that holds the lock of replays. */
  readonly databaseUrl: string;
  readonly everyMs: number;
  /** An order that changed more recently is still moving. */
  readonly graceSeconds: number;
  /** A house in which nothing has changed for so long is audited order by order. */
  readonly quietSeconds: number;
  readonly webhook: Webhook | null;
}

export interface Auditor {
  readonly actions: readonly ServedAction[];
  /** Begins to look at the cheap invariants, and goes on with replays that were not finished. */
  start(): void;
}

/** Puts the auditor together in its surroundings. */
export function openAuditor(context: AuditorContext, parts: AuditorParts): Auditor {
  const { db, graceSeconds, everyMs } = parts;
  const { call } = context;
  const highest = { search: new Highest('search'), views: new Highest('views') };
  const asking = {
    call,
    streams: () => getStreamVitals(context),
    lag: new Lag(LAG_BOUND_MS),
    highest,
    now: () => performance.now(),
  };
  const watch = new Watch({ context, lookAround: () => lookAround(asking) });
  const ask = askOwner(call, sourcesOf(db, call));
  const repairing = repairs({
    context,
    db,
    async askOwner(finding, dryRun, commandId) {
      const repaired = await ask(finding, dryRun, commandId);
      if (!dryRun) for (const shown of Object.values(highest)) shown.forget(finding.subject);
      return repaired;
    },
  });
  const desk = new AuditDesk({
    context,
    db,
    repairs: repairing,
    alert: alerts(context, parts.webhook),
    reconcile: (onProgress) =>
      reconcile({
        db,
        call,
        newest: (service, count) => newestMessages(context, service, count),
        now: () => context.clock.now(),
        graceSeconds,
        onProgress,
      }),
  });

  async function deep(): Promise<ScoreboardLine[]> {
    const [open, [last]] = await Promise.all([
      db.query<OpenRow>(selectOpen),
      db.query<{ at: Date | null }>(selectLastDone),
    ]);
    const lines = deepLines(open, last?.at?.toISOString() ?? null);
    for (const { id, violations } of lines) context.meter.gauge('invariant_violations', { id }, violations);
    return lines;
  }

  const edits = editDesk({ db, call });
  const { databaseUrl } = parts;
  const replays = replayDesk({ context, db, databaseUrl, call, everyMs: RESUME_EVERY_MS });

  const quiet = new Quiet(parts.quietSeconds * 1_000);
  async function lookAtAll(): Promise<void> {
    const look = await watch.turn();
    // By its key the same rest is audited once, however many auditors notice it.
    if (look && quiet.feel(look.pulse, performance.now())) await desk.ask(`rest/${look.pulse}`, true);
  }

  return {
    actions: [
      ...auditorActions({
        db,
        desk,
        repairs: repairing,
        scoreboard: async () => [...watch.lines(), ...(await deep())],
      }),
      ...deadLetterActions({ db, edits, replays }),
    ],
    start() {
      replays.start();
      const watching = every(context, {
        ms: everyMs,
        what: 'look at the invariants',
        run: () => Promise.all([lookAtAll(), deep()]),
      });
      const resuming = every(context, {
        ms: RESUME_EVERY_MS,
        what: 'carry out edits of dead letters',
        run: () => edits.resume(),
      });
      context.onStop('watch', async () => {
        await Promise.all([watching.stop(), resuming.stop()]);
      });
    },
  };
}
