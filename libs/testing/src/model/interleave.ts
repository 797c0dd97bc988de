import type { Handler } from '@evenkeel/messaging';

/** A handler in whose batches something can be made to happen at a moment that is the same every time. */
export interface Interleaved {
  readonly handler: Handler;
  /**
   * Does something in the next batch, when that has made so many of its reads; at the latest before it writes. What is
   * returned does it now if there was no batch.
   */
  next(afterReads: number, what: () => Promise<unknown>): () => Promise<unknown>;
}

/** The same handler, whose reads wait when something else is to happen between them. */
export function interleaved(own: Handler): Interleaved {
  let due: { readonly afterReads: number; readonly what: () => Promise<unknown> } | null = null;
  return {
    next(afterReads, what) {
      const mine = { afterReads, what };
      due = mine;
      return async () => {
        if (due !== mine) return;
        due = null;
        await what();
      };
    },
    handler: {
      types: own.types,
      async handle(items, work) {
        if (!due) return own.handle(items, work);
        const { afterReads, what } = due;
        let happening: Promise<unknown> | undefined;
        const happen = () => {
          due = null;
          happening ??= what();
          return happening;
        };
        let reads = 0;
        await own.handle(items, {
          ...work,
          async query(statement) {
            reads += 1;
            if (reads > afterReads) await happen();
            return work.query(statement);
          },
        });
        await happen();
      },
    },
  };
}
