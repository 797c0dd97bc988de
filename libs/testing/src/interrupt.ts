import type { Handler } from '@evenkeel/messaging';

/**
 * A handler that stands beside the one under test: in the first batch it does something between what the batch has
 * read and what it writes, so that a race is run the same way every time.
 */
export function interrupt(types: Handler['types'], what: () => Promise<unknown>): Handler {
  let done = false;
  return {
    types,
    async handle() {
      if (done) return;
      done = true;
      await what();
    },
  };
}
