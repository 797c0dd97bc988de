import { Problem } from '@evenkeel/contracts';
import { z } from 'zod';
import type { ProductSort } from './order.js';
import type { Fit } from './text-query.js';

/** A place in a list: the values it is ordered by, and how the list was made. */
export interface Place {
  readonly sort: ProductSort;
  readonly fit: Fit;
  readonly values: readonly (string | number)[];
}

const shape = z.tuple([z.string(), z.enum(['close', 'loose']), z.array(z.union([z.string(), z.number()]))]);

export const writeCursor = ({ sort, fit, values }: Place): string =>
  Buffer.from(JSON.stringify([sort, fit, values])).toString('base64url');

/** Reads a cursor of a list with this order; throws `house.invalid-input` for any other. */
export function readCursor(cursor: string, sort: ProductSort, keys: number): Pick<Place, 'fit' | 'values'> {
  const read = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  const [from, fit, values] = read.data ?? [];
  if (from !== sort || !fit || values?.length !== keys || !fits(values))
    throw new Problem('house.invalid-input', 'This cursor is of another list; start again without one', {
      issues: [{ path: ['after'], message: 'not a cursor of this list' }],
    });
  return { fit, values };
}

/** Every order is one of numbers, and of ids in the end. */
const fits = (values: readonly (string | number)[]): boolean =>
  values.every((value, at) => (typeof value === 'string') === (at === values.length - 1));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not ours; the caller says so.
    return undefined;
  }
}
