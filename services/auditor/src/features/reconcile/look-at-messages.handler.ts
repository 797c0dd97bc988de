import { defineFindMessages, SENDERS } from '@evenkeel/contracts';
import type { StoredMessage } from '@evenkeel/messaging';
import type { House } from '@evenkeel/runtime';
import type { Difference } from '../../difference.js';
import { secretsIn } from './secrets.js';

/** Of each service, at most as many as can be asked for at once. */
const NEWEST = 100;
/** Outbox rows are kept for longer than this. */
const ROWS_LAST_MS = 600_000;

export interface Messages {
  readonly call: House['call'];
  readonly newest: (service: string, count: number) => Promise<readonly StoredMessage[]>;
  /** Milliseconds, by the clock of the broker. */
  readonly now: () => number;
}

/** M2 and S3: the newest events of each service were committed by it, and tell no secret. */
export async function lookAtMessages(messages: Messages): Promise<Difference[]> {
  const differences = await Promise.all(SENDERS.map((service) => lookAtSender(messages, service)));
  return differences.flat();
}

async function lookAtSender(
  { call, newest, now }: Messages,
  service: (typeof SENDERS)[number],
): Promise<Difference[]> {
  const messages = await newest(service, NEWEST);
  const young = messages.filter(({ storedAtMs }) => now() - storedAtMs < ROWS_LAST_MS);
  const messageIds = [...new Set(young.map(({ messageId }) => messageId))].filter(isId);
  const known = messageIds.length > 0 ? await call(defineFindMessages(service), { messageIds }) : [];
  return [...withoutRow(service, young, known), ...messages.flatMap(tellsSecret)];
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Messages that their sender has no row for. */
export const withoutRow = (
  service: string,
  messages: readonly StoredMessage[],
  known: readonly string[],
): Difference[] =>
  messages
    .filter(({ messageId }) => !known.includes(messageId))
    .map(({ messageId, subject }) => ({
      class: 'message-without-row',
      subject: messageId || subject,
      orderId: null,
      atStake: null,
      evidence: [
        { side: 'broker', says: `holds ${subject}` },
        { side: service, says: 'committed no such message' },
      ],
    }));

/** Where a message tells a secret. */
export function tellsSecret({ messageId, subject, payload }: StoredMessage): Difference[] {
  const paths = secretsIn(read(payload));
  if (paths.length === 0) return [];
  const evidence = [{ side: 'broker', says: `${subject} tells ${paths.slice(0, 5).join(', ')}` }];
  return [{ class: 'secret-told', subject: messageId, orderId: null, atStake: null, evidence }];
}

/** What is no JSON is among the dead letters of those who follow; it may tell a secret all the same. */
function read(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return { text: payload };
  }
}
