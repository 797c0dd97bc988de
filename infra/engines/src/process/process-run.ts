import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { logSince, logSize, logTail, openLog, rotateLog } from './log-file.js';
import type { ProcessSpec } from './process-spec.js';
import type { Watchdog } from './watchdog.js';

const AFTER_FORCE_MS = 1_000;

/** One life of a process, from its start to its end. */
export interface ProcessRun {
  /** Undefined when the program could not be started at all; `ended` says why. */
  readonly pid: number | undefined;
  readonly startedAt: number;
  /** Resolves, when it has ended, with how: a signal's name, `exit <code>`, or why it could not be started. */
  readonly ended: Promise<string>;
  output(): string;
  /** The last lines it printed. */
  lastWords(): string;
  kill(signal: NodeJS.Signals): boolean;
  /** Asks it to end and ends it by force after `withinMs`; true when force was needed. */
  end(withinMs: number): Promise<boolean>;
}

/**
 * Starts the program in a session of its own, so that Ctrl-C reaches the launcher alone, with its output in its log
 * file and, as descriptor 3 (`WATCHDOG_FD`), a pipe that ends with the launcher.
 */
export function startRun(spec: ProcessSpec, watchdog: Watchdog): ProcessRun {
  rotateLog(spec.logFile);
  const offset = logSize(spec.logFile);
  const log = openLog(spec.logFile);
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: { ...spec.env, WATCHDOG_FD: '3' },
    uid: spec.uid,
    gid: spec.uid,
    stdio: ['ignore', log, log, 'pipe'],
    detached: true,
  });
  closeSync(log);
  if (child.pid !== undefined) watchdog.watch(child.pid, spec.rank);
  const ended = endOf(child).then((how) => {
    if (child.pid !== undefined) watchdog.forget(child.pid);
    child.stdio[3]?.destroy();
    return how;
  });
  return {
    pid: child.pid,
    startedAt: Date.now(),
    ended,
    output: () => logSince(spec.logFile, offset),
    lastWords: () => logTail(spec.logFile, offset),
    kill: (signal) => child.kill(signal),
    async end(withinMs) {
      child.kill(spec.stopSignal);
      // One that was stopped (SIGSTOP) hears nothing before it goes on.
      child.kill('SIGCONT');
      let forced = false;
      const force = (signal: NodeJS.Signals, afterMs: number) =>
        setTimeout(() => {
          forced = child.kill(signal);
        }, afterMs);
      const timers = [
        force(spec.forceSignal ?? 'SIGKILL', withinMs),
        force('SIGKILL', withinMs + AFTER_FORCE_MS),
      ];
      await ended;
      for (const timer of timers) clearTimeout(timer);
      return forced;
    },
  };
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
    // The far end of the pipe may go first; the exit tells it.
    child.stdio[3]?.on('error', () => undefined);
  });
}
