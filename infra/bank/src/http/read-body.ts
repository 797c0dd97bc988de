import { z } from 'zod';

/** The request says something that the bank cannot read; nothing was changed. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** The JSON of a raw body in the shape that is asked for, or `Unreadable`. */
export function readBody<S extends z.ZodType>(body: unknown, shape: S): z.output<S> {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.isBuffer(body) ? body.toString('utf8') : '');
  } catch (cause) {
    throw new Unreadable('The body is not JSON', { cause });
  }
  const read = shape.safeParse(json);
  if (!read.success) throw new Unreadable(z.prettifyError(read.error));
  return read.data;
}
