import { Socket } from 'node:net';

/** Ends the process when the launcher that holds the other end of the pipe is gone, however it died. */
export function watchLauncher(end: () => void): void {
  const fd = Number(process.env.WATCHDOG_FD);
  if (!Number.isInteger(fd) || fd < 3) return;
  // A socket, not a file stream: that would wait in a thread of the pool, which `process.exit` then waits for.
  const pipe = new Socket({ fd, readable: true, writable: false });
  // A reset says the same as an end: `close` follows.
  pipe.on('error', () => undefined);
  pipe.on('close', end);
  pipe.resume();
  pipe.unref();
}
