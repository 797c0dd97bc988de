import {
  defineEditDeadLetter,
  defineGetDeadLetter,
  defineListDeadLetterGroups,
  defineListDeadLetters,
  defineReplayDeadLetters,
  pageFrom,
} from '@evenkeel/contracts';
import type { DeadLetterDesk } from '@evenkeel/messaging';
import { action, type ServedAction } from './action.js';

/** What is left of the asker's time when a batch that is still being replayed is not waited for any longer. */
const SPARE_MS = 1_000;

/** What every service that follows messages offers about those it buried. */
export const deadLetterActions = (service: string, desk: DeadLetterDesk): ServedAction[] => [
  action(defineListDeadLetters(service), async ({ first, after = null, group = null, state = null }) => {
    const rows = await desk.list({ first: first + 1, after, group, state });
    return pageFrom(rows, first, { cursor: ({ at, id }) => `${at}|${id}`, item: (letter) => letter });
  }),
  action(defineListDeadLetterGroups(service), ({ first }) => desk.groups(first)),
  action(defineGetDeadLetter(service), (name) => desk.find(name)),
  action(defineEditDeadLetter(service), ({ dryRun, ...edit }, { commandId }) =>
    desk.edit(edit, dryRun ? null : commandId),
  ),
  action(defineReplayDeadLetters(service), ({ first, ...replay }, { remainingMs }) =>
    desk.replay(replay, { first, waitMs: Math.max(0, remainingMs - SPARE_MS) }),
  ),
];
