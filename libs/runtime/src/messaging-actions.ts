import {
  defineFindMessages,
  defineGetCommands,
  defineGetMessageVitals,
  defineListGuards,
} from '@evenkeel/contracts';
import {
  type DeadLetterDesk,
  findMessages,
  getCommandOutcomes,
  getMessageVitals,
  listGuards,
} from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from './action.js';
import { deadLetterActions } from './dead-letter-actions.js';

/** Groups of dead letters that are counted at most. */
const MOST_GROUPS = 10_000;

/** What a service with a Postgres database tells of its messages: what became of commands, and how they stand. */
export const messagingActions = (service: string, db: Database): ServedAction[] => [
  action(defineGetCommands(service), ({ commandIds }) => getCommandOutcomes(db, commandIds)),
  action(defineGetMessageVitals(service), () => getMessageVitals(db)),
  action(defineListGuards(service), () => listGuards(db)),
  action(defineFindMessages(service), ({ messageIds }) => findMessages(db, messageIds)),
];

/** What a service without one tells of its messages: it has no outbox, but it may have dead letters. */
export const plainMessagingActions = (service: string, desk: DeadLetterDesk): ServedAction[] => [
  action(defineGetMessageVitals(service), async () => {
    const groups = await desk.groups(MOST_GROUPS);
    const deadLetters = groups.reduce((sum, { open, quarantined }) => sum + open + quarantined, 0);
    return { unsent: 0, deadLetters, acknowledged: [] };
  }),
  ...deadLetterActions(service, desk),
];
