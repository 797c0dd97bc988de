import type { VariablesOf } from '../../graphql/graphql.js';
import type { CheckoutCart, PlaceOrder } from './checkout.query.js';
import type { Draft } from './draft.js';

export type OrderInput = VariablesOf<typeof PlaceOrder>['input'];

/** The order as it is asked for: what was shown is what is expected. Undefined until all steps are done. */
export function orderInput(draft: Draft, cart: CheckoutCart): OrderInput | undefined {
  const { contact, delivery } = draft;
  if (!contact || !delivery) return undefined;
  const { line2, region, phone, ...address } = delivery;
  return {
    email: contact.email,
    address: { ...address, line2: line2 || null, region: region || null, phone: phone || null },
    expectedTotal: { minor: cart.total.minor, currency: cart.total.currency },
    points: cart.pointsSpent,
    coupon: cart.couponProblem ? null : (cart.coupon?.code ?? null),
  };
}
