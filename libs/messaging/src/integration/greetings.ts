import { customerRegistered, openSession, subscriptions } from '@evenkeel/contracts';
import { type CustomerId, newId } from '@evenkeel/kernel';
import { type Handler, handles, localInput } from '@evenkeel/messaging';
import type { Database } from '@evenkeel/postgres';

/** A customer comes: what the publisher under test is told. */
export const arrive = localInput<{ readonly names: readonly string[] }>()('identity.arrive');

/** Says in one transaction that all of them registered. */
export const registering: Handler = handles([arrive], async (items, work) => {
  for (const item of items) {
    for (const name of item.data.names) {
      const customerId = newId<CustomerId>();
      work.emit(
        customerRegistered,
        { aggregateId: customerId, aggregateVersion: 1, data: registered(name, customerId) },
        item,
      );
    }
  }
});

export const registered = (name: string, customerId = newId<CustomerId>()) =>
  ({ customerId, name, locale: 'en', at: '2026-01-01T00:00:00.000Z' }) as const;

export const POISON = 'poison';

/** Greets everybody who registered, and cannot do so for one who is called poison. */
export const greeting: Handler = handles([customerRegistered], async (items, work) => {
  const names = items.map(({ data }) => data.name);
  if (names.includes(POISON)) throw new Error('Nobody can be called that');
  work.write({
    text: 'insert into greetings select * from unnest($1::text[], $2::uuid[])',
    values: [names, items.map(({ id }) => id)],
  });
});

/** Lets in whoever asks, under a name that is made up on the spot: the same twice only if the answer was stored. */
export const admitting: Handler = handles([openSession], async (items, work) => {
  for (const item of items) {
    const name = `guest-${newId()}`;
    work.write({ text: 'insert into greetings values ($1, $2)', values: [name, item.id] });
    work.answer(item, { name });
  }
});

/** The same handler, which does nothing until it is let go. */
export function held(handler: Handler): { readonly handler: Handler; letGo(): void } {
  let letGo = () => undefined as unknown;
  const until = new Promise<void>((resolve) => {
    letGo = () => resolve();
  });
  return {
    handler: {
      types: handler.types,
      async handle(items, work) {
        await until;
        await handler.handle(items, work);
      },
    },
    letGo: () => void letGo(),
  };
}

export const preferences = { locale: 'en', currency: 'USD' } as const;

/** The durable of the registry that follows those who register. */
export const followed = subscriptions.loyalty.customers;

/** Everybody who was greeted, as often as they were, in order of name. */
export async function greeted(db: Database): Promise<string[]> {
  const rows = await db.query<{ name: string }>({ text: 'select name from greetings order by name' });
  return rows.map(({ name }) => name);
}

export const migrationsDir = new URL('./migrations', import.meta.url);

/** `prefix-0000`, `prefix-0001` and so on: as sorted as they are made. */
export const namesOf = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${prefix}-${String(at).padStart(4, '0')}`);
