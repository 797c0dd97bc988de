import { z } from 'zod';

/** Asks for one page: at most 100 items after the opaque cursor. */
export const pageRequest = z.object({
  first: z.int().min(1).max(100).default(20),
  after: z.string().max(500).nullish(),
});

/** A page of items and, when there is more, the cursor to go on from. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() });

export interface Page<Item> {
  readonly items: Item[];
  readonly next: string | null;
}
