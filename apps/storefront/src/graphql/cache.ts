import { type Cache, cacheExchange, type KeyingConfig, type UpdateResolver } from '@urql/exchange-graphcache';
import { EMBEDDED, KEYED_BY, REFUSALS } from './schema-facts.js';

const ANSWERS = [
  'OrderPlaced',
  'OrderCancelled',
  'PaymentStarted',
  'RefundStarted',
  'ReviewPosted',
  'SignedIn',
];

const keys: KeyingConfig = {
  ...Object.fromEntries([...EMBEDDED, ...REFUSALS, ...ANSWERS].map((type) => [type, () => null])),
  ...Object.fromEntries(
    Object.entries(KEYED_BY).map(([type, field]) => [type, (data) => String(data[field])]),
  ),
  // A preview with points is another sum; it must not overwrite the cart's own.
  Cart: (cart) => (cart.pointsSpent ? `${cart.id}:${cart.pointsSpent}` : String(cart.id)),
};

type Arguments = Record<string, unknown>;

function forget(cache: Cache, field: string, which: (args: Arguments) => boolean = () => true): void {
  for (const known of cache.inspectFields('Query')) {
    if (known.fieldName === field && which(known.arguments ?? {})) {
      cache.invalidate('Query', field, known.arguments);
    }
  }
}

/** After the cart changed, previews with points are worked out again. */
const cartChanged: UpdateResolver = (_result, _args, cache) => {
  forget(cache, 'cart', (args) => Boolean(args.points));
};

/** The order took its lines out of the cart and stands first among the orders. */
const orderPlaced: UpdateResolver<{ placeOrder: { __typename: string } }> = (result, _args, cache) => {
  if (result.placeOrder.__typename !== 'OrderPlaced') return;
  forget(cache, 'cart');
  forget(cache, 'orders');
};

/** The normalised cache: one copy of each thing, whichever page asked for it. */
export function shopCache() {
  return cacheExchange({
    keys,
    possibleTypes: { Refusal: [...REFUSALS] },
    resolvers: {
      Query: {
        // An order that is known from a list or from its own placing need not be asked for.
        order: (_parent, args, cache) => {
          const order = { __typename: 'Order', number: String(args.number) };
          return cache.resolve(order, 'number') ? order : cache.resolve('Query', 'order', args);
        },
      },
    },
    updates: {
      Mutation: {
        setCartLine: cartChanged,
        applyCoupon: cartChanged,
        placeOrder: orderPlaced as UpdateResolver,
      },
    },
  });
}
