import type { MessagingContext } from './context.js';

export interface Job {
  readonly ms: number;
  /** After a failure the next turn comes this soon; as usual when left out. */
  readonly retryMs?: number;
  readonly what: string;
  readonly run: () => Promise<unknown>;
}

/** Runs something again and again, never twice at once; a failure is logged, once in a row, and the next turn tries again. */
export function every(
  context: Pick<MessagingContext, 'log'>,
  job: Job,
): { stop(): Promise<void>; soon(): void } {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let failure = '';
  let retry: NodeJS.Timeout | undefined;
  const turn = async () => {
    try {
      await job.run();
      failure = '';
    } catch (error) {
      if (String(error) !== failure)
        context.log.warn({ err: error }, `Could not ${job.what}; the next turn tries again`);
      failure = String(error);
      if (job.retryMs !== undefined && !stopped) retry = setTimeout(begin, job.retryMs);
    }
    running = again && !stopped ? turn() : undefined;
    again = false;
  };
  const begin = () => {
    running ??= turn();
  };
  const timer = setInterval(begin, job.ms);
  return {
    /** Does not wait for the next turn. */
    soon() {
      if (running) again = true;
      else running = turn();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      clearTimeout(retry);
      while (running) await running;
    },
  };
}
