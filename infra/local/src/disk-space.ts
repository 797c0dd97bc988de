import { statfs } from 'node:fs/promises';
import { StartProblem } from '@evenkeel/engines';

/** A first start writes this much: database files, write-ahead log, streams, logs. */
const NEEDED_MIB = 300;

/** Below this the engines may refuse to write at any moment. */
const ALARM_MIB = 50;
const LOOK_EVERY_MS = 10_000;

/** Fails with a `StartProblem` when the disk of the data folder is too full to start on. */
export async function checkDiskSpace(dataDir: string, neededMiB = NEEDED_MIB): Promise<void> {
  const freeMiB = await freeSpace(dataDir);
  if (freeMiB < neededMiB)
    throw new StartProblem(
      `The disk that holds ${dataDir} has ${freeMiB} MiB left and ${neededMiB} MiB are needed: free some space, or choose another disk with EVENKEEL_DATA=<folder>.`,
    );
}

/** Looks again and again while the system runs, and says once when the disk is nearly full. */
export function watchDiskSpace(dataDir: string, warn: (sentence: string) => void): () => void {
  let isLow = false;
  const look = async () => {
    const freeMiB = await freeSpace(dataDir);
    if (freeMiB < ALARM_MIB && !isLow)
      warn(
        `The disk that holds ${dataDir} has ${freeMiB} MiB left: free some space, or orders will be refused.`,
      );
    isLow = freeMiB < ALARM_MIB;
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) =>
      warn(`The disk that holds ${dataDir} cannot be asked: ${String(error)}`),
    );
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

async function freeSpace(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return Math.floor((bavail * bsize) / 1024 / 1024);
}
