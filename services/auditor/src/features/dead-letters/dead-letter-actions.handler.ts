import {
  editDeadLetter,
  getDeadLetterReplay,
  listDeadLetterReplays,
  pageFrom,
  replayDeadLetters,
} from '@evenkeel/contracts';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from '@evenkeel/runtime';
import { type ReplayRow, selectReplays, selectReplaysAfter } from '../../store/replay-store.js';
import type { EditDesk } from './edit-desk.handler.js';
import { type ReplayDesk, toReplay } from './replay-desk.handler.js';

interface Parts {
  readonly db: Database;
  readonly edits: Pick<EditDesk, 'ask'>;
  readonly replays: Pick<ReplayDesk, 'ask'>;
}

/** What operators may do about dead letters, whoever buried them. */
export const deadLetterActions = ({ db, edits, replays }: Parts): ServedAction[] => [
  action(editDeadLetter, ({ key, ...wanted }, context) => {
    const { sub } = context.requireCaller();
    return edits.ask(`${sub}/${key}`, sub, wanted);
  }),
  action(replayDeadLetters, ({ key, service = null, group = null, letter = null }, context) => {
    const { sub } = context.requireCaller();
    return replays.ask(`${sub}/${key}`, sub, { service, group, letter });
  }),
  action(getDeadLetterReplay, async ({ replayId }) => {
    const [row] = await db.query<ReplayRow>(selectReplays([replayId]));
    return row ? toReplay(row) : null;
  }),
  action(listDeadLetterReplays, async ({ first, after }) => {
    const rows = await db.query<ReplayRow>(selectReplaysAfter(after ?? null, first + 1));
    return pageFrom(rows, first, { cursor: (row) => row.replayId, item: toReplay });
  }),
];
