import type { WatchRank } from './watchdog.js';

/** One process that is kept running. */
export interface ProcessSpec {
  readonly name: string;
  readonly rank: WatchRank;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Runs as this user (and group of the same number) instead of the launcher's. */
  readonly uid?: number | undefined;
  readonly logFile: string;
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds between the stop signal and force. */
  readonly stopWithinMs: number;
  /** What force is, if SIGKILL is too much; SIGKILL follows a second later. */
  readonly forceSignal?: NodeJS.Signals | undefined;
  /** Runs before every start and mends what a crash left behind. */
  readonly prepare?: (() => Promise<void>) | undefined;
  /** Asked again and again until it says yes; must not throw. */
  readonly isReady: (run: RunningProcess) => Promise<boolean>;
  /** Milliseconds between two questions; 20 when left out. */
  readonly pollMs?: number | undefined;
}

export interface ReadyLimits {
  readonly withinMs: number;
  /** Gives up when it ended by itself this often. */
  readonly maxDeaths: number;
  /** Gives up at once. */
  readonly signal?: AbortSignal | undefined;
}

export interface RunningProcess {
  readonly pid: number;
  /** What this run of the process has printed so far (at most its last 64 KiB). */
  output(): string;
}

export type ProcessEvent =
  | { readonly type: 'started'; readonly name: string; readonly pid: number }
  | { readonly type: 'ready'; readonly name: string; readonly afterMs: number }
  /** It was told to stop and has ended; `forced` when it did not end by itself in time. */
  | { readonly type: 'stopped'; readonly name: string; readonly afterMs: number; readonly forced: boolean }
  | {
      readonly type: 'died';
      readonly name: string;
      /** A signal's name or `exit <code>`. */
      readonly how: string;
      /** Milliseconds until it is started again. */
      readonly again: number;
      /** A sentence for people, when its last words allow one. */
      readonly why: string | undefined;
    };

export interface SupervisedProcess {
  readonly name: string;
  start(): void;
  /** Fails with a `StartProblem` that ends with the log's last lines when it dies too often or takes too long. */
  waitUntilReady(limits: ReadyLimits): Promise<void>;
  /** The process number while it runs. */
  pid(): number | undefined;
  isReady(): boolean;
  /** Sends a signal to the process alone; false when it is not running. What dies is started again. */
  kill(signal: NodeJS.Signals): boolean;
  /** Ends it for good: the stop signal, then force after `withinMs` (default: the spec's). */
  stop(withinMs?: number): Promise<void>;
  /** Stops it and starts it again; resolves when the new one was asked to start. */
  restart(): Promise<void>;
}
