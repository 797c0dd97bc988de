import type { MessagingContext } from './context.js';

/** Runs something again and again, never twice at once; a failure is logged and the next turn tries again. */
export function every(
  context: Pick<MessagingContext, 'log'>,
  job: { readonly ms: number; readonly what: string; readonly run: () => Promise<unknown> },
): { stop(): Promise<void>; soon(): void } {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const turn = async () => {
    try {
      await job.run();
    } catch (error) {
      context.log.warn({ err: error }, `Could not ${job.what}; the next turn tries again`);
    }
    running = again && !stopped ? turn() : undefined;
    again = false;
  };
  const timer = setInterval(() => {
    running ??= turn();
  }, job.ms);
  return {
    /** Does not wait for the next turn. */
    soon() {
      if (running) again = true;
      else running = turn();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      while (running) await running;
    },
  };
}
