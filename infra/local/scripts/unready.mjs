/** Why the system cannot be installed or built, said so that a person can act on it. */
export class Unready extends Error {
  name = 'Unready';
}

const reasons = [
  [/ENOSPC|no space left on device/i, 'The disk is full: free about 2 GB of space, then start again.'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network request/i,
    'npm could not reach its registry: check the network (or npm’s proxy and registry settings), then start again.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    'This folder cannot be written to: start as the user that owns it, or clone into another folder.',
  ],
];

/** The sentence for what a failed command printed, else its last lines. */
export function unready(what, output) {
  const known = reasons.find(([pattern]) => pattern.test(output));
  return new Unready(
    known ? known[1] : `${what} failed:\n\n${output.trim().split('\n').slice(-40).join('\n')}`,
  );
}
