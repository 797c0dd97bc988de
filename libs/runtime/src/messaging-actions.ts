import { defineGetCommands, defineGetMessageVitals } from '@evenkeel/contracts';
import { getCommandOutcomes, getMessageVitals } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from './action.js';

/** What a service with a Postgres database tells of its messages: what became of commands, and how they stand. */
export const messagingActions = (service: string, db: Database): ServedAction[] => [
  action(defineGetCommands(service), ({ commandIds }) => getCommandOutcomes(db, commandIds)),
  action(defineGetMessageVitals(service), () => getMessageVitals(db)),
];
