import type { FeedCursor } from '@evenkeel/messaging';

/** `<epoch>-<seq>`, opaque to clients. */
export const formatCursor = ({ epoch, seq }: FeedCursor): string => `${epoch}-${seq}`;

/** The place a client was at; null for what we never gave out, which cannot be resumed. */
export function parseCursor(text: string): FeedCursor | null {
  const [, epoch, digits] = /^([0-9a-z]{1,20})-([0-9]{1,15})$/.exec(text) ?? [];
  return epoch === undefined || digits === undefined ? null : { epoch, seq: Number(digits) };
}
