import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainOutput, StartProblem } from '../start-problem.js';
import { restartDelay } from './backoff.js';
import { logSince, logSize, logTail, openLog, rotateLog } from './log-file.js';
import type { ProcessEvent, ProcessSpec, SupervisedProcess } from './process-spec.js';
import type { Watchdog } from './watchdog.js';

interface Run {
  readonly child: ChildProcess;
  readonly startedAt: number;
  readonly logOffset: number;
  readonly ended: Promise<void>;
}

type State =
  | { readonly kind: 'down' }
  | { readonly kind: 'up'; readonly run: Run; readonly ready: boolean }
  | { readonly kind: 'waiting'; readonly delayMs: number; readonly timer: NodeJS.Timeout };

/**
 * Starts the process and keeps it running until `stop`: one that ends by itself is started again with growing
 * delay. Its output goes to its log file; descriptor 3 is a pipe that ends with the launcher.
 */
export function superviseProcess(
  spec: ProcessSpec,
  watchdog: Watchdog,
  onEvent: (event: ProcessEvent) => void = () => undefined,
): SupervisedProcess {
  let state: State = { kind: 'down' };
  let wanted = false;
  let lastDelayMs = 0;
  let deaths = 0;
  let lastWords = '';
  let spawning: Promise<void> | undefined;

  async function spawnOnce(): Promise<void> {
    await spec.prepare?.();
    if (!wanted) return;
    rotateLog(spec.logFile);
    const logOffset = logSize(spec.logFile);
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
    // The far end may be gone first; the exit below says so.
    child.stdio[3]?.on('error', () => undefined);
    if (child.pid !== undefined) watchdog.watch(child.pid, spec.rank);
    const ended = new Promise<void>((resolve) => {
      child.once('error', (error) => {
        lastWords = error.message;
        resolve();
      });
      child.once('exit', () => resolve());
    });
    const run = { child, startedAt: Date.now(), logOffset, ended };
    state = { kind: 'up', run, ready: false };
    onEvent({ type: 'started', name: spec.name, pid: child.pid ?? 0 });
    void ended.then(() => died(run));
    void becomeReady(run);
  }

  async function becomeReady(run: Run): Promise<void> {
    const { pid } = run.child;
    while (state.kind === 'up' && state.run === run && pid !== undefined) {
      if (await spec.isReady({ pid, output: () => logSince(spec.logFile, run.logOffset) })) {
        if (state.kind !== 'up' || state.run !== run) return;
        state = { kind: 'up', run, ready: true };
        onEvent({ type: 'ready', name: spec.name, afterMs: Date.now() - run.startedAt });
        return;
      }
      await sleep(Date.now() - run.startedAt < 2_000 ? 20 : 100);
    }
  }

  function died(run: Run): void {
    if (run.child.pid !== undefined) watchdog.forget(run.child.pid);
    run.child.stdio[3]?.destroy();
    if (state.kind !== 'up' || state.run !== run) return;
    lastWords = logTail(spec.logFile, run.logOffset) || lastWords;
    state = { kind: 'down' };
    if (!wanted) return;
    deaths += 1;
    lastDelayMs = restartDelay(lastDelayMs, Date.now() - run.startedAt);
    onEvent({
      type: 'died',
      name: spec.name,
      how: run.child.signalCode ?? `exit ${run.child.exitCode ?? 'before it ran'}`,
      again: lastDelayMs,
      why: explainOutput(lastWords, spec.cwd),
    });
    const timer = setTimeout(launch, lastDelayMs);
    state = { kind: 'waiting', delayMs: lastDelayMs, timer };
  }

  function launch(): void {
    spawning = spawnOnce().catch((error: unknown) => {
      lastWords = error instanceof Error ? error.message : String(error);
      deaths += 1;
      lastDelayMs = restartDelay(lastDelayMs, 0);
      if (wanted) state = { kind: 'waiting', delayMs: lastDelayMs, timer: setTimeout(launch, lastDelayMs) };
    });
  }

  async function stop(withinMs = spec.stopWithinMs): Promise<void> {
    wanted = false;
    await spawning;
    if (state.kind === 'waiting') clearTimeout(state.timer);
    if (state.kind === 'up') await endRun(state.run, spec.stopSignal, withinMs);
    state = { kind: 'down' };
  }

  return {
    name: spec.name,
    start() {
      if (wanted) return;
      wanted = true;
      deaths = 0;
      lastDelayMs = 0;
      launch();
    },
    async waitUntilReady({ withinMs, maxDeaths }) {
      const until = Date.now() + withinMs;
      const deathsBefore = deaths;
      for (;;) {
        if (state.kind === 'up' && state.ready) return;
        if (!wanted) throw new StartProblem(`${spec.name} was stopped before it was ready.`);
        if (deaths - deathsBefore >= maxDeaths) throw notReady('kept ending while it started');
        if (Date.now() > until) throw notReady(`was not ready within ${Math.round(withinMs / 1000)} s`);
        await sleep(20);
      }
    },
    pid: () => (state.kind === 'up' ? state.run.child.pid : undefined),
    isReady: () => state.kind === 'up' && state.ready,
    kill(signal) {
      if (state.kind !== 'up') return false;
      return state.run.child.kill(signal);
    },
    stop,
    async restart() {
      await stop();
      this.start();
    },
  };

  function notReady(how: string): StartProblem {
    const words = state.kind === 'up' ? logTail(spec.logFile, state.run.logOffset) : lastWords;
    const plain = explainOutput(words, spec.cwd);
    return new StartProblem(plain ?? `${spec.name} ${how}; its log ${spec.logFile} ends with:\n${words}`);
  }
}

/** Asks the process to end and ends it by force after `withinMs`. */
async function endRun(run: Run, signal: NodeJS.Signals, withinMs: number): Promise<void> {
  run.child.kill(signal);
  // A stopped (SIGSTOP) process hears nothing before it goes on.
  run.child.kill('SIGCONT');
  const timer = setTimeout(() => run.child.kill('SIGKILL'), withinMs);
  await run.ended;
  clearTimeout(timer);
}
