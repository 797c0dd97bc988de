import { type AnyMessage, subscriptions } from '@evenkeel/contracts';
import type { Letter, Message } from '../checker/model.js';
import { PART_NAMES, type PartName } from './states.js';

/** Orders follow these and change nothing by them; carrying them would only make more worlds. */
const WITHOUT_EFFECT = new Set(['order/inventory.stock-released', 'order/inventory.stock-returned']);

const receivers = new Map<string, readonly PartName[]>();

/** Who gets a message: its owner a command, an event those who subscribe to it, by the shop's own list. */
export function receiversOf(definition: AnyMessage): readonly PartName[] {
  const known = receivers.get(definition.type);
  if (known) return known;
  const found = PART_NAMES.filter(
    (name) => follows(name, definition) && !WITHOUT_EFFECT.has(`${name}/${definition.type}`),
  );
  receivers.set(definition.type, found);
  return found;
}

function follows(name: PartName, { type }: AnyMessage): boolean {
  if (name === 'bank') return false;
  return Object.values(subscriptions[name]).some(({ messages }) =>
    messages.some((message: AnyMessage) => message.type === type),
  );
}

/** What a part wants sent, as it goes on its way to each who gets it. */
export function streamed(definition: AnyMessage, data: unknown): Letter[] {
  const message: Message = { type: definition.type, data, by: 'stream' };
  return receiversOf(definition).map((to) => ({ to, message }));
}

const CAUSE = { id: null, correlationId: 'a way through the worlds', traceparent: null };

/** A message as a handler of the services gets it. */
export const itemOf = <Item>({ type, data, id }: Message): Item =>
  ({ id: id ?? type, type, data, aggregateVersion: 0, cause: CAUSE, caller: null }) as Item;
