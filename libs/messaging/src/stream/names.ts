import type { AnyMessage, DeadLetterName } from '@evenkeel/contracts';

type Kind = AnyMessage['kind'];

/** `events.inventory.stock-reserved`, `commands.inventory.reserve-stock`: the only place that spells a subject. */
export function subjectOf(message: Pick<AnyMessage, 'kind' | 'type'>): string {
  return `${message.kind}s.${message.type}`;
}

/** `EVENTS_INVENTORY`: one stream a kind and owner. */
export function streamOf(kind: Kind, owner: string): string {
  return `${kind.toUpperCase()}S_${owner.toUpperCase()}`;
}

export const subjectsOf = (kind: Kind, owner: string): string => `${kind}s.${owner}.>`;

/** Dead letters of services without Postgres. */
export const deadStreamOf = (service: string): string => `DEAD_${service.toUpperCase()}`;
/** One subject a letter, so that the stream keeps the newest of each. */
export const deadSubjectOf = (service: string, { durable, id }: DeadLetterName): string =>
  `dead.${service}.${durable}.${id}`;
