import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { checkDiskSpace } from './disk-space.js';

test('a disk with too little space is refused with the way out', async () => {
  await expect(checkDiskSpace(tmpdir(), 1e12)).rejects.toThrow(
    /has \d+ MiB left and \d+ MiB are needed: free some/,
  );
  await expect(checkDiskSpace(tmpdir(), 0)).resolves.toBeUndefined();
});
