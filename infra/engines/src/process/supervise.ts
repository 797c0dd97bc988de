import { setTimeout as sleep } from 'node:timers/promises';
import { explainOutput, StartProblem } from '../start-problem.js';
import { restartDelay } from './backoff.js';
import { type ProcessRun, startRun } from './process-run.js';
import type { ProcessEvent, ProcessSpec, ReadyLimits, SupervisedProcess } from './process-spec.js';
import type { Watchdog } from './watchdog.js';

type State =
  | { readonly kind: 'stopped' }
  /** Its `prepare` runs, or the wait before a new start. */
  | { readonly kind: 'starting'; readonly cancel: AbortController }
  | { readonly kind: 'up'; readonly run: ProcessRun; readonly ready: boolean };

/** Keeps the process running from `start` to `stop`: one that ends by itself is started again with growing delay. */
export function superviseProcess(
  spec: ProcessSpec,
  watchdog: Watchdog,
  onEvent: (event: ProcessEvent) => void = () => undefined,
): SupervisedProcess {
  return new Supervision(spec, watchdog, onEvent);
}

class Supervision implements SupervisedProcess {
  readonly name: string;
  readonly #spec: ProcessSpec;
  readonly #watchdog: Watchdog;
  readonly #onEvent: (event: ProcessEvent) => void;
  #state: State = { kind: 'stopped' };
  #deaths = 0;
  #lastDelayMs = 0;
  #lastWords = '';

  constructor(spec: ProcessSpec, watchdog: Watchdog, onEvent: (event: ProcessEvent) => void) {
    this.name = spec.name;
    this.#spec = spec;
    this.#watchdog = watchdog;
    this.#onEvent = onEvent;
  }

  start(): void {
    if (this.#state.kind !== 'stopped') return;
    this.#deaths = 0;
    this.#lastDelayMs = 0;
    void this.#launch(0);
  }

  pid(): number | undefined {
    return this.#state.kind === 'up' ? this.#state.run.pid : undefined;
  }

  isReady(): boolean {
    return this.#state.kind === 'up' && this.#state.ready;
  }

  kill(signal: NodeJS.Signals): boolean {
    return this.#state.kind === 'up' && this.#state.run.kill(signal);
  }

  async stop(withinMs = this.#spec.stopWithinMs): Promise<void> {
    const state = this.#state;
    this.#state = { kind: 'stopped' };
    if (state.kind === 'starting') state.cancel.abort();
    if (state.kind !== 'up') return;
    const askedAt = Date.now();
    const forced = await state.run.end(withinMs);
    this.#onEvent({ type: 'stopped', name: this.name, afterMs: Date.now() - askedAt, forced });
  }

  async restart(): Promise<void> {
    await this.stop();
    this.start();
  }

  async waitUntilReady({ withinMs, maxDeaths, signal }: ReadyLimits): Promise<void> {
    const until = Date.now() + withinMs;
    const deathsBefore = this.#deaths;
    while (!this.isReady()) {
      signal?.throwIfAborted();
      if (this.#state.kind === 'stopped') throw this.#notReady('was stopped before it was ready');
      if (this.#deaths - deathsBefore >= maxDeaths) throw this.#notReady('kept ending while it started');
      if (Date.now() > until) throw this.#notReady(`was not ready within ${Math.round(withinMs / 1000)} s`);
      await sleep(20);
    }
  }

  /** Never rejects: what goes wrong is a death, after which it is tried again. */
  async #launch(delayMs: number): Promise<void> {
    const cancel = new AbortController();
    this.#state = { kind: 'starting', cancel };
    try {
      await sleep(delayMs, undefined, { signal: cancel.signal });
      await this.#spec.prepare?.();
      if (cancel.signal.aborted) return;
      const run = startRun(this.#spec, this.#watchdog);
      this.#state = { kind: 'up', run, ready: false };
      this.#onEvent({ type: 'started', name: this.name, pid: run.pid ?? 0 });
      void this.#awaitReady(run);
      const how = await run.ended;
      if (!this.#isCurrent(run)) return;
      this.#died(how, Date.now() - run.startedAt, run.lastWords() || how);
    } catch (error) {
      if (cancel.signal.aborted) return;
      const words = error instanceof Error ? error.message : String(error);
      this.#died('it could not be started', 0, words);
    }
  }

  #died(how: string, upMs: number, words: string): void {
    this.#deaths += 1;
    this.#lastWords = words;
    this.#lastDelayMs = restartDelay(this.#lastDelayMs, upMs);
    void this.#launch(this.#lastDelayMs);
    const why = explainOutput(words, this.#spec.cwd);
    this.#onEvent({ type: 'died', name: this.name, how, again: this.#lastDelayMs, why });
  }

  async #awaitReady(run: ProcessRun): Promise<void> {
    const { pid } = run;
    if (pid === undefined) return;
    while (this.#isCurrent(run)) {
      if (await this.#spec.isReady({ pid, output: () => run.output() })) {
        if (!this.#isCurrent(run)) return;
        this.#state = { kind: 'up', run, ready: true };
        this.#onEvent({ type: 'ready', name: this.name, afterMs: Date.now() - run.startedAt });
        return;
      }
      await sleep(this.#spec.pollMs ?? 20);
    }
  }

  #isCurrent(run: ProcessRun): boolean {
    return this.#state.kind === 'up' && this.#state.run === run;
  }

  #notReady(how: string): StartProblem {
    const words = this.#state.kind === 'up' ? this.#state.run.lastWords() : this.#lastWords;
    const plain = explainOutput(words, this.#spec.cwd);
    return new StartProblem(
      plain ?? `${this.name} ${how}; its log ${this.#spec.logFile} ends with:\n${words}`,
    );
  }
}
