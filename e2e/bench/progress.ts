import { stderr } from 'node:process';

/** Says on standard error what goes on, so that standard output holds the figures alone. */
export const say = (text: string): void => void stderr.write(`  ${text}\n`);

/** Counts up on one line of a terminal; elsewhere only the end is written. */
export function counting(what: string, all: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done === all) stderr.write(`${stderr.isTTY ? '\r\u001b[K' : ''}  ${what}: ${all}\n`);
    else if (stderr.isTTY) stderr.write(`\r\u001b[K  ${what}: ${done} of ${all}`);
  };
}
