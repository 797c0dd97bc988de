import type { OrderFacts, PublishedChange } from '@evenkeel/contracts';

/** What is kept of an event of an order: all that its data say beyond the facts, which are kept once. */
export function publishedChange(
  facts: OrderFacts,
  event: { readonly type: string; readonly version: number; readonly data: object },
  at: Date,
): PublishedChange {
  const more = Object.entries(event.data).filter(([name]) => !(name in facts));
  return {
    version: event.version,
    type: event.type,
    at: at.toISOString(),
    more: Object.fromEntries(more) as PublishedChange['more'],
  };
}
