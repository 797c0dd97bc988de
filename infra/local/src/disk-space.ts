import { statfs } from 'node:fs/promises';
import { StartProblem } from '@evenkeel/engines';

/** A first start writes this much: database files, write-ahead log, streams, logs. */
const NEEDED_MIB = 300;

/** Fails with a `StartProblem` when the disk of the data folder is too full to start on. */
export async function checkDiskSpace(dataDir: string, neededMiB = NEEDED_MIB): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir);
  const freeMiB = Math.floor((bavail * bsize) / 1024 / 1024);
  if (freeMiB < neededMiB)
    throw new StartProblem(
      `The disk that holds ${dataDir} has ${freeMiB} MiB left and ${neededMiB} MiB are needed: free some space, or choose another disk with EVENKEEL_DATA=<folder>.`,
    );
}
