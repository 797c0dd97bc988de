import { z } from 'zod';

/** Asks for one page: at most 100 items after the opaque cursor. */
export const pageRequest = z.object({
  first: z.int().min(1).max(100).default(20),
  after: z.string().max(500).nullish(),
});

/** The same for a list whose cursors have a known form, so that those of another list are refused. */
export const pageRequestAfter = (cursor: RegExp) =>
  pageRequest.extend({
    after: z.string().regex(cursor, 'This cursor is of another list; start again without one').nullish(),
  });

const NUMBER = '([1-9][0-9]{0,17}|[1-8][0-9]{18})';
/** A number that a bigint holds, such as that of an order. */
export const NUMBER_CURSOR = new RegExp(`^${NUMBER}$`);
const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
export const UUID_CURSOR = new RegExp(`^${UUID}$`);
/** Of something with an id that belongs to something with a number. */
export const NUMBER_UUID_CURSOR = new RegExp(`^${NUMBER}/${UUID}$`);
/** Of something that has a time and an id. */
export const TIME_UUID_CURSOR = new RegExp(`^[0-9T:.Z-]{20,30}\\|${UUID}$`);

/** A page of items, the cursor of each and, when there is more, the one to go on from. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), cursors: z.array(z.string()), next: z.string().nullable() });

export interface Page<Item> {
  readonly items: Item[];
  readonly cursors: string[];
  readonly next: string | null;
}

/** Walks through a whole list, page by page; the next page is asked for when the last one was taken. */
export async function eachPage<Item>(
  ask: (after: string | null) => Promise<Page<Item>>,
  take: (items: readonly Item[]) => Promise<unknown>,
): Promise<void> {
  for (let after: string | null = null; ; ) {
    const page: Page<Item> = await ask(after);
    await take(page.items);
    if (page.next === null) return;
    after = page.next;
  }
}

/**
 * The page of what a store found. It is asked for `first + 1` rows: the one too many is left out and says that there
 * is more. A row without an item, null, is left out too.
 */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  first: number,
  as: { readonly cursor: (row: Row) => string; readonly item: (row: Row) => Item | null },
): Page<Item> {
  const shown = rows.slice(0, first);
  const kept = shown.flatMap((row) => {
    const item = as.item(row);
    return item === null ? [] : [{ item, cursor: as.cursor(row) }];
  });
  const last = shown[shown.length - 1];
  return {
    items: kept.map(({ item }) => item),
    cursors: kept.map(({ cursor }) => cursor),
    next: rows.length > first && last !== undefined ? as.cursor(last) : null,
  };
}
