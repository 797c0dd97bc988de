import { derivedId, type EventId } from '@evenkeel/kernel';

const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const NUMBER = /\d+(\.\d+)?/g;

/** What an error says of every letter of its kind: without the ids and numbers of this one. */
export const kindOfError = (error: string): string => error.replace(ID, '#').replace(NUMBER, '#');

/** The group of a letter: those that failed alike can be looked at, and replayed, together. */
export function groupOf(letter: {
  readonly durable: string;
  readonly type: string;
  readonly error: string;
}): string {
  return derivedId<EventId>('dead-letters', letter.durable, letter.type, kindOfError(letter.error));
}
