import { parseMessage, UnreadableMessage } from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';
import type { JsMsg } from 'nats';

/** One event of a stream message: readable, or what is known of it and why it is not. */
export type Unpacked =
  | { readonly readable: true; readonly message: Envelope }
  | {
      readonly readable: false;
      readonly id: string;
      readonly payload: string;
      readonly error: UnreadableMessage;
    };

/** The events of a stream message, each parsed by its contract; a bad one does not spoil the others. */
export function unpack(message: JsMsg): Unpacked[] {
  const text = new TextDecoder().decode(message.data);
  let events: unknown;
  try {
    events = JSON.parse(text);
  } catch (cause) {
    return [unreadable(text, message, 0, new UnreadableMessage('Not JSON', { cause }))];
  }
  if (!Array.isArray(events))
    return [unreadable(text, message, 0, new UnreadableMessage('Not an array of envelopes'))];
  return (events as unknown[]).map((raw, index) => {
    try {
      return { readable: true, message: parseMessage(raw) };
    } catch (error) {
      if (!(error instanceof UnreadableMessage)) throw error;
      return unreadable(JSON.stringify(raw), message, index, error);
    }
  });
}

function unreadable(payload: string, message: JsMsg, index: number, error: UnreadableMessage): Unpacked {
  return { readable: false, id: `${message.info.stream}:${message.seq}:${index}`, payload, error };
}
