import {
  type AskedReplay,
  type DeadLetterReplay,
  defineReplayDeadLetters,
  messageConsumers,
  Problem,
} from '@evenkeel/contracts';
import { type EventId, newId } from '@evenkeel/kernel';
import { every, type MessagingContext } from '@evenkeel/messaging';
import { type Database, type HeldLock, type Transaction, takeLock } from '@evenkeel/postgres';
import type { House } from '@evenkeel/runtime';
import { insertEntry } from '../../store/entry-store.js';
import {
  endReplays,
  insertReplay,
  type OpenPart,
  type Part,
  type ReplayRow,
  selectOpenParts,
  selectReplayOf,
  selectReplays,
  upsertParts,
} from '../../store/replay-store.js';
import { type Scope, scopeSubject, whatBecame } from './wording.js';

/** The advisory lock of whoever carries replays out. */
const REPLAY_LOCK = 7_401;
/** Letters that an owner is asked to replay at once. */
const BATCH = 20;
/** How long somebody is kept waiting for the end of a replay. */
const WAIT_MS = 2_000;

interface Parts {
  readonly context: Pick<MessagingContext, 'log' | 'onStop'>;
  readonly db: Database;
  readonly databaseUrl: string;
  readonly call: House['call'];
  /** How soon a replay that came to a halt goes on. */
  readonly everyMs: number;
}

/** A replay that was written down, with its id while it is not over; or that a letter is not there to be replayed. */
type Begun = { readonly toCarryOut: string | null } | 'nothing';

export type ReplayDesk = ReturnType<typeof replayDesk>;

/** A replay as it is told; its sums are those of its parts. */
export const toReplay = ({ wasIn: _, startedAt, endedAt, ...row }: ReplayRow): DeadLetterReplay => ({
  ...row,
  startedAt: startedAt.toISOString(),
  endedAt: endedAt?.toISOString() ?? null,
});

/** Takes the orders for replays of dead letters, and carries them out batch by batch; one auditor at a time does. */
export function replayDesk({ context, db, databaseUrl, call, everyMs }: Parts) {
  let lock: HeldLock | null = null;
  let stopped = false;
  let soon = () => undefined as unknown;
  const waiting = new Map<string, () => void>();

  /** Has an owner replay so many letters, none to be told how many there are; its silence is noted. */
  async function askOwner(
    { replayId, service, group, letterId, durable }: Omit<OpenPart, 'remaining'>,
    first: number,
  ): Promise<Part> {
    const letter = letterId && durable ? { id: letterId, durable } : null;
    try {
      const tally = await call(defineReplayDeadLetters(service), { replayId, group, letter, first });
      return { replayId, service, tally, note: null };
    } catch (error) {
      const note = error instanceof Error ? error.message : String(error);
      return { replayId, service, tally: null, note };
    }
  }

  /** Commits how far replays are; those that have come to their end get their entry with it. */
  async function keep(tx: Transaction, parts: readonly Part[]): Promise<readonly string[]> {
    await tx.query(upsertParts(parts));
    const ended = (await tx.query<{ id: string }>(endReplays)).map(({ id }) => id);
    for (const row of ended.length > 0 ? await tx.query<ReplayRow>(selectReplays(ended)) : []) {
      const { who, subject } = row;
      const what = 'dead letters replayed';
      tx.write(insertEntry({ findingId: null, who, what, subject, ...whatBecame(row) }));
    }
    return ended;
  }

  async function turn(): Promise<void> {
    let open = await db.query<OpenPart>(selectOpenParts);
    if (open.length > 0 && !lock?.held()) lock = await takeLock(databaseUrl, REPLAY_LOCK, [1]);
    while (open.length > 0 && lock?.held() && !stopped) {
      const parts = await Promise.all(open.map((part) => askOwner(part, BATCH)));
      const ended = await db.transaction((tx) => keep(tx, parts));
      for (const id of ended) waiting.get(id)?.();
      const moved = parts.some(({ tally }, at) => tally && tally.left !== open[at]?.remaining);
      if (!moved) return;
      open = await db.query<OpenPart>(selectOpenParts);
    }
  }

  const end = (id: string) =>
    new Promise<void>((resolve) => {
      waiting.set(id, resolve);
      setTimeout(resolve, WAIT_MS).unref();
    }).finally(() => waiting.delete(id));

  async function find(key: string, subject: string): Promise<ReplayRow | null> {
    const [row] = await db.query<ReplayRow>(selectReplayOf(key));
    if (row && row.subject !== subject)
      throw new Problem('house.key-reused', 'This key was used for another replay; take a new one');
    return row ?? null;
  }

  /** Writes a replay down with its first entry, and how far it is. */
  async function begin(key: string, who: string, scope: Scope): Promise<Begun> {
    const { service, group, letter } = scope;
    const id = newId<EventId>();
    const subject = scopeSubject(scope);
    const place = { replayId: id, group, letterId: letter?.id ?? null, durable: letter?.durable ?? null };
    const owners = service ? [service] : messageConsumers;
    const parts = await Promise.all(owners.map((name) => askOwner({ ...place, service: name }, 0)));
    const left = parts.reduce((sum, { tally }) => sum + (tally?.left ?? 0), 0);
    if (letter && left === 0 && parts[0]?.tally) return 'nothing';
    const wasIn = letter && left === 1 ? (parts[0]?.tally?.quarantined === 1 ? 'quarantined' : 'open') : null;
    return db.transaction(async (tx) => {
      const isNew = (await tx.query(insertReplay({ ...scope, id, key, who, subject, wasIn }))).length > 0;
      if (!isNew) return { toCarryOut: null };
      const from = wasIn ?? `${left} dead letters`;
      const asked = { findingId: null, who, subject, from, to: `replay ${id}` };
      tx.write(insertEntry({ ...asked, what: 'dead letters to be replayed' }));
      const ended = await keep(tx, parts);
      return { toCarryOut: ended.includes(id) ? null : id };
    });
  }

  return {
    /** Begins what the key asks for, or tells how far it is. Asked again with the same key, it is not done again. */
    async ask(key: string, who: string, scope: Scope): Promise<AskedReplay> {
      const subject = scopeSubject(scope);
      const known = await find(key, subject);
      if (known) return { kind: 'replay', ...toReplay(known) };
      const begun = await begin(key, who, scope);
      if (begun === 'nothing')
        return { kind: 'not-replayable', why: 'There is no such letter, or it was replayed already' };
      if (begun.toCarryOut) {
        const ended = end(begun.toCarryOut);
        soon();
        await ended;
      }
      const replay = await find(key, subject);
      if (!replay) throw new Problem('house.internal', 'A replay was written and is not there');
      return { kind: 'replay', ...toReplay(replay) };
    },
    /** Begins to carry out what is asked, and goes on with what somebody left undone. */
    start(): void {
      const working = every(context, { ms: everyMs, what: 'replay dead letters', run: turn });
      soon = () => working.soon();
      context.onStop('replays', async () => {
        stopped = true;
        await working.stop();
        await lock?.release();
      });
    },
  };
}
