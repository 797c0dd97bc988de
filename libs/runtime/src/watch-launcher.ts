import { createReadStream } from 'node:fs';

/** Ends the process when the launcher that holds the other end of the pipe is gone, however it died. */
export function watchLauncher(end: () => void): void {
  const fd = Number(process.env.WATCHDOG_FD);
  if (!Number.isInteger(fd) || fd < 3) return;
  createReadStream('', { fd }).on('end', end).on('error', end).resume();
}
