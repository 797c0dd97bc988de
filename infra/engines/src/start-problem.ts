/** Why the system cannot start or run, in one sentence that says what to do; shown to people without a stack. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';
}

const FULL_DISK = /ENOSPC|no space left on device|disk quota exceeded|EDQUOT/i;
const NOT_YOURS = /EACCES|EROFS|permission denied|read-only file system/i;
const TAKEN_PORT = /EADDRINUSE|address already in use/i;

/**
 * The sentence for what a program printed or threw before it gave up, or undefined when its words say nothing
 * that a person can act on. `place` is the folder whose disk it writes to.
 */
export function explainOutput(text: string, place: string): string | undefined {
  if (FULL_DISK.test(text))
    return `The disk that holds ${place} is full: free some space on it, then start again (nothing that was saved is lost).`;
  if (TAKEN_PORT.test(text))
    return 'A port was taken by another program while the system started: start again, or choose other ports with PORT=9080 npm start.';
  if (NOT_YOURS.test(text))
    return `Something in ${place} may not be written: start as the user that owns it, or choose another folder with EVENKEEL_DATA=<folder>.`;
  return undefined;
}
