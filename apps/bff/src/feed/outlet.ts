interface OutletRules<Item> {
  /** More items than this are not kept for a slow reader. */
  readonly limit: number;
  /** What a reader gets instead of more than it could read. */
  readonly overflow: (newest: Item) => Item;
  /** Before an item is handed over. */
  readonly onTake: () => void;
  readonly onClose: () => void;
}

/** One reader's end of the feed: items are pushed in and read out at the reader's own pace. */
export interface Outlet<Item> extends AsyncIterableIterator<Item> {
  push(item: Item): void;
  end(): void;
}

/** An outlet; `return` and `end` close it, once. */
export function createOutlet<Item>(rules: OutletRules<Item>): Outlet<Item> {
  const items: Item[] = [];
  let waiting: ((result: IteratorResult<Item>) => void) | null = null;
  let open = true;

  function close(): void {
    if (!open) return;
    open = false;
    rules.onClose();
    waiting?.({ value: undefined, done: true });
    waiting = null;
  }

  function give(item: Item): IteratorResult<Item> {
    rules.onTake();
    return { value: item, done: false };
  }

  const outlet: Outlet<Item> = {
    push(item) {
      if (!open) return;
      if (waiting) {
        const deliver = waiting;
        waiting = null;
        deliver(give(item));
      } else if (items.length < rules.limit) items.push(item);
      else items.splice(0, items.length, rules.overflow(item));
    },
    end: close,
    next() {
      const item = items.shift();
      if (item !== undefined) return Promise.resolve(give(item));
      if (!open) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve) => {
        waiting = resolve;
      });
    },
    return() {
      items.length = 0;
      close();
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]: () => outlet,
  };
  return outlet;
}
