import type { SystemEvent } from './system.js';

export interface Output {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Tells a person what is happening: a line for each step, and while the system runs, what dies and comes back. */
export interface Progress {
  report(event: SystemEvent): void;
  /** The start is over, well or not: no step is open any more. */
  finish(): void;
}

/** On a terminal the open step's line counts up; elsewhere a line is written when a step begins and none is redrawn. */
export function showProgress(out: Output, begunAt = Date.now()): Progress {
  let step: { text: string; since: number; ready: number } | undefined;
  let started = false;
  const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  const line = () => (step ? `  ${step.text}${step.ready > 0 ? `, ${step.ready} ready` : ''}` : '');
  const redraw = () => out.isTTY && step && out.write(`\r\u001b[K${line()} … ${seconds(step.since)}`);
  const timer = out.isTTY ? setInterval(redraw, 200) : undefined;
  timer?.unref();

  function close(): void {
    if (step) out.write(`${out.isTTY ? '\r\u001b[K' : ''}${line()} (${seconds(step.since)})\n`);
    step = undefined;
  }

  return {
    report(event) {
      switch (event.type) {
        case 'step':
          close();
          step = { text: event.text, since: Date.now(), ready: 0 };
          redraw();
          break;
        case 'warning':
          out.write(`  ${event.text}\n`);
          break;
        case 'started':
          break;
        case 'stopped':
          if (event.forced)
            out.write(
              `  ${event.name} did not stop within ${event.afterMs / 1000} s and was ended by force\n`,
            );
          break;
        case 'ready':
          if (step) step.ready += 1;
          if (started) out.write(`  ${event.name} is back\n`);
          break;
        case 'died':
          if (out.isTTY && step) out.write('\r\u001b[K');
          out.write(`  ${event.name} ended (${event.how}), starting it again in ${event.again / 1000} s\n`);
          if (event.why) out.write(`  ${event.why}\n`);
          break;
      }
    },
    finish() {
      close();
      clearInterval(timer);
      started = true;
      out.write(`  ready after ${seconds(begunAt)}\n`);
    },
  };
}
