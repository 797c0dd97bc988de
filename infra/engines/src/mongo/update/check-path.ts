import { CommandError, notImplemented } from '../errors.js';
import type { Path } from '../query/paths.js';

/** Refuses paths that the original refuses too, and positional ones, which are not answered. */
export function checkPath(path: Path): void {
  for (const { text } of path.names) {
    if (text === '') {
      throw new CommandError(
        56,
        `The update path '${path.text}' contains an empty field name, which is not allowed.`,
      );
    }
    if (text === '$' || text.startsWith('$['))
      throw notImplemented(`the positional update path '${path.text}'`);
    if (text.startsWith('$')) {
      throw new CommandError(52, `The dollar ($) prefixed field '${text}' in '${path.text}' is not allowed.`);
    }
  }
}
