import { Socket } from 'node:net';

/**
 * Calls `onGone` once the launcher that holds the other end of the pipe `fd` is gone, also by SIGKILL.
 * Does not keep the process alive.
 */
export function watchLauncher(fd: string | undefined, onGone: () => void): void {
  if (fd === undefined) return;
  const pipe = new Socket({ fd: Number(fd), readable: true, writable: false });
  // A reset says the same as an end: `close` follows.
  pipe.on('error', () => undefined);
  pipe.on('close', onGone);
  pipe.resume();
  pipe.unref();
}
