import { idempotencyKey } from '@evenkeel/contracts';
import { type ClientErrorCode, clientError } from './client-error.js';
import type { PreparedOperation } from './documents.js';

/** The key that goes with the operation: null where none is needed. Throws what the client has to change. */
export function keyFor(operation: Pick<PreparedOperation, 'keyed'>, header: string | null): string | null {
  if (operation.keyed === 0) return null;
  if (operation.keyed > 1) {
    throw refuse('ONE_KEYED_OPERATION', 'Send one operation with an Idempotency-Key in each request');
  }
  if (header === null) {
    throw refuse(
      'IDEMPOTENCY_KEY_REQUIRED',
      'This operation needs an Idempotency-Key header, so that sending it twice does it once',
    );
  }
  if (!idempotencyKey.safeParse(header).success) {
    throw refuse('IDEMPOTENCY_KEY_INVALID', 'An Idempotency-Key has 1 to 255 visible ASCII characters');
  }
  return header;
}

const refuse = (code: ClientErrorCode, message: string) => clientError(code, message);
