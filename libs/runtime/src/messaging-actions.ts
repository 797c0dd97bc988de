import { defineGetCommands, defineGetMessageVitals, defineListDeadLetters } from '@evenkeel/contracts';
import { type DeadLetters, deadLetterTable, getCommandOutcomes, getMessageVitals } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';
import { action, type ServedAction } from './action.js';

/** What a service with a Postgres database tells of its messages: what became of commands, and its dead letters. */
export const messagingActions = (service: string, db: Database): ServedAction[] => [
  action(defineGetCommands(service), ({ commandIds }) => getCommandOutcomes(db, commandIds)),
  action(defineGetMessageVitals(service), () => getMessageVitals(db)),
  deadLetterAction(service, deadLetterTable(db)),
];

/** Tells operators what a service buried. */
export const deadLetterAction = (service: string, letters: Pick<DeadLetters, 'list'>): ServedAction =>
  action(defineListDeadLetters(service), ({ first }) => letters.list(first));
