import {
  type DeadLetter,
  messageByType,
  type PayloadIssue,
  parseMessage,
  type Subscription,
  UnreadableMessage,
} from '@evenkeel/contracts';
import type { Envelope } from '@evenkeel/kernel';

export type CheckedPayload =
  | { readonly fits: true; readonly message: Envelope }
  | { readonly fits: false; readonly issues: readonly PayloadIssue[] };

const misfit = (...issues: readonly PayloadIssue[]): CheckedPayload => ({ fits: false, issues });
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id and the known type that a payload has, so far as it can be read. */
function nameOf(payload: string): { readonly id?: string; readonly type?: string } {
  try {
    const { id, type } = JSON.parse(payload) as Readonly<Record<string, unknown>>;
    return {
      ...(typeof id === 'string' && UUID.test(id) ? { id } : {}),
      ...(typeof type === 'string' && messageByType.has(type) ? { type } : {}),
    };
  } catch {
    return {};
  }
}

/** Whether a payload is a message that the consumer of these subscriptions takes from that durable. */
export function readPayload(
  { durable, payload }: Pick<DeadLetter, 'durable' | 'payload'>,
  subscriptions: readonly Subscription[],
): CheckedPayload {
  let raw: unknown;
  try {
    raw = JSON.parse(payload);
  } catch (error) {
    return misfit({ path: [], message: `Not JSON: ${(error as Error).message}` });
  }
  try {
    const message = parseMessage(raw);
    const followed = subscriptions.find((one) => one.durable === durable)?.messages ?? [];
    if (followed.some(({ type }) => type === message.type)) return { fits: true, message };
    const known = followed.map(({ type }) => type).join(', ') || 'nothing any more';
    return misfit({ path: ['type'], message: `${durable} follows ${known}` });
  } catch (error) {
    if (!(error instanceof UnreadableMessage)) throw error;
    return misfit(...error.issues);
  }
}

/**
 * Whether a letter may have another payload: one that its consumer takes, and that is still of the same event. What
 * cannot be read has no id or type to keep.
 */
export function checkPayload(
  letter: Pick<DeadLetter, 'durable' | 'payload'>,
  payload: string,
  subscriptions: readonly Subscription[],
): CheckedPayload {
  const checked = readPayload({ durable: letter.durable, payload }, subscriptions);
  if (!checked.fits) return checked;
  const before = nameOf(letter.payload);
  const changed = (['id', 'type'] as const).filter(
    (part) => before[part] !== undefined && before[part] !== checked.message[part],
  );
  if (changed.length === 0) return checked;
  return misfit(...changed.map((part) => ({ path: [part], message: `It has to stay ${before[part]}` })));
}
