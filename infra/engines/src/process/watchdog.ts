import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Ends processes when the launcher is gone, however it went. */
export interface Watchdog {
  readonly pid: () => number | undefined;
  /** From now on this process must not outlive the launcher. */
  watch(pid: number, rank: WatchRank): void;
  /** The process is gone; its number may belong to somebody else now. */
  forget(pid: number): void;
  /** A folder outside the data folder that goes when the launcher is gone; undefined when there is none any more. */
  removeAfterwards(folder: string | undefined): void;
  /** Ends the watchdog itself; call it when nothing is watched any more. */
  close(): Promise<void>;
}

/** Services are given time to leave before the engines below them are stopped. */
export type WatchRank = 'service' | 'engine';

/**
 * One small shell for all processes. Its standard input is a pipe to the launcher: lines add and remove process
 * numbers, and the end of the pipe, which a SIGKILL of the launcher brings too, is the word to clean up.
 */
const SCRIPT = `
trap '' INT TERM HUP
service= engine= folder=
without() { left=; for p in $1; do [ "$p" = "$2" ] || left="$left $p"; done; echo "$left"; }
while read -r word rest; do
  case $word in
    service) service="$service $rest" ;;
    engine) engine="$engine $rest" ;;
    gone) service=$(without "$service" "$rest"); engine=$(without "$engine" "$rest") ;;
    folder) folder=$rest ;;
  esac
done
alive() { for p in $1; do kill -0 "$p" 2>/dev/null && return 0; done; return 1; }
wait_for() { n=0; while [ $n -lt $2 ] && alive "$1"; do sleep 0.1; n=$((n + 1)); done; }
tell() { for p in $2; do kill "-$1" "$p" 2>/dev/null; kill -CONT "$p" 2>/dev/null; done; }
end() { [ -n "$1" ] || return; wait_for "$1" "$2"; tell INT "$1"; wait_for "$1" 20; tell KILL "$1"; wait_for "$1" 10; }
end "$service" 5
end "$engine" 0
[ -z "$folder" ] || rm -rf "$folder"
`;

/** Starts the watchdog. It has a session of its own, so that Ctrl-C does not reach it, and comes back if it dies. */
export function startWatchdog(): Watchdog {
  const watched = new Map<number, WatchRank>();
  let folder: string | undefined;
  let closing = false;
  let shell = launch();

  function launch(): ChildProcess {
    const child = spawn('/bin/sh', ['-c', SCRIPT, 'evenkeel-watchdog'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      env: { PATH: process.env.PATH },
    });
    // A pipe that broke is told by the exit below.
    child.stdin?.on('error', () => undefined);
    child.unref();
    for (const [pid, rank] of watched) child.stdin?.write(`${rank} ${pid}\n`);
    if (folder) child.stdin?.write(`folder ${folder}\n`);
    child.once('exit', () => {
      if (!closing) shell = launch();
    });
    return child;
  }

  return {
    pid: () => shell.pid,
    watch(pid, rank) {
      watched.set(pid, rank);
      shell.stdin?.write(`${rank} ${pid}\n`);
    },
    forget(pid) {
      if (watched.delete(pid)) shell.stdin?.write(`gone ${pid}\n`);
    },
    removeAfterwards(path) {
      folder = path;
      shell.stdin?.write(`folder ${path ?? ''}\n`);
    },
    async close() {
      closing = true;
      if (shell.exitCode !== null || shell.signalCode !== null) return;
      const ended = once(shell, 'exit');
      shell.ref();
      shell.stdin?.end();
      await ended;
    },
  };
}
