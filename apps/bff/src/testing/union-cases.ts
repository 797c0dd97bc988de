import { type CallerClaims, Problem } from '@evenkeel/contracts';
import { emptyCart, fullCart, LAMP, orderSnapshot, SHOPPER } from './samples.js';
import { caller } from './test-shop.js';

/** How a union is reached: the document, the action that decides, and what else has to answer around it. */
export interface UnionCall {
  readonly document: string;
  readonly action: string;
  readonly variables?: Record<string, unknown>;
  readonly claims?: CallerClaims;
  readonly around?: Record<string, (input: never) => unknown>;
}

const refusal = '__typename ... on Refusal { code message }';
const tooBusy = new Problem('house.too-busy', 'Full', { retryAfter: 1 });
const invalid = new Problem('house.invalid-input', 'Wrong', { issues: [{ path: ['email'], message: 'no' }] });
const viewer = {
  customerId: SHOPPER,
  kind: 'customer',
  name: 'Mara',
  email: 'm@x.test',
  locale: 'en',
  currency: 'USD',
};
const opened = { token: 'a token of a new session', sessionId: 's-2', viewer };
const first = (result: object) => ({ replayed: false, result });
const order = orderSnapshot();
const refused = { InvalidInput: invalid, TooBusy: tooBusy };

const placing = `mutation ($lines: [LineInput!]) {
  placeOrder(input: {
    lines: $lines, email: "m@x.test", expectedTotal: { minor: 11400, currency: USD }
    address: { name: "M", line1: "Quay 1", city: "Lund", postalCode: "22100", country: "SE" }
  }) { ${refusal} ... on OrderPlaced { order { number total { minor } } } }
}`;
const about = `(number: "${order.facts.orderId}")`;
const words = 'title: "Good", body: "It stands."';

export const calls: Record<string, UnionCall> = {
  SignUpResult: {
    action: 'identity.sign-up',
    document: `mutation { signUp(input: { email: "m@x.test", password: "long enough", name: "M" }) { ${refusal} } }`,
  },
  SignInResult: {
    action: 'identity.sign-in',
    document: `mutation { signIn(input: { email: "m@x.test", password: "p" }) { ${refusal} } }`,
  },
  SetCartLineResult: {
    action: 'cart.set-line',
    document: `mutation { setCartLine(sku: "A", quantity: 1) { ${refusal} } }`,
  },
  ApplyCouponResult: {
    action: 'cart.apply-coupon',
    document: `mutation { applyCoupon(code: "A") { ${refusal} } }`,
  },
  PlaceOrderResult: {
    action: 'order.place-order',
    document: placing,
    around: { 'cart.get-cart': fullCart },
  },
  PayOrderResult: {
    action: 'order.pay-order',
    document: `mutation { payOrder(input: { number: "${order.facts.orderId}", token: "tok_ok" }) { ${refusal} } }`,
  },
  CancelOrderResult: {
    action: 'order.cancel-order',
    document: `mutation { cancelOrder${about} { ${refusal} } }`,
  },
  RequestRefundResult: {
    action: 'order.request-refund',
    document: `mutation { requestRefund${about} { ${refusal} } }`,
  },
  PostReviewResult: {
    action: 'catalog.post-review',
    document: `mutation {
      postReview(input: { productId: "${LAMP}", author: "M", rating: 5, ${words} }) { ${refusal} }
    }`,
    claims: caller(),
  },
};

const review = {
  id: LAMP,
  productId: LAMP,
  author: 'M',
  locale: 'en',
  rating: 5,
  title: 'Good',
  body: 'It stands.',
  verified: true,
  postedAt: '2026-03-01T10:00:00.000Z',
};

/** For every member of every union an answer of the service, or a problem of it, that must come out as that member. */
export const answers: Record<string, Record<string, unknown>> = {
  SignUpResult: {
    SignedIn: { kind: 'signed-up', ...opened },
    EmailTaken: { kind: 'email-taken' },
    AlreadySignedIn: { kind: 'already-signed-in' },
    ...refused,
  },
  SignInResult: {
    SignedIn: { kind: 'signed-in', ...opened, mergedGuestId: null },
    WrongCredentials: { kind: 'wrong-credentials' },
    ...refused,
  },
  SetCartLineResult: {
    CartUpdated: { kind: 'set', cart: emptyCart() },
    UnknownSku: { kind: 'unknown-sku' },
    TooMany: { kind: 'too-many', most: 99 },
    CartFull: { kind: 'cart-full', most: 50 },
    ...refused,
  },
  ApplyCouponResult: {
    CartUpdated: { kind: 'applied', cart: emptyCart() },
    CouponRefused: { kind: 'refused', why: 'expired' },
    ...refused,
  },
  PlaceOrderResult: {
    OrderPlaced: first({ kind: 'placed', order }),
    SoldOut: first({
      kind: 'rejected',
      order,
      rejection: { reason: 'sold-out', shortages: [{ sku: 'A', wanted: 2, available: 1 }] },
    }),
    PriceChanged: first({ kind: 'price-changed', total: { minor: 1, currency: 'USD' } }),
    CartEmpty: first({ kind: 'cart-empty' }),
    CouponRefused: first({ kind: 'coupon-refused', why: 'used-up' }),
    NotEnoughPoints: first({ kind: 'not-enough-points', available: 3 }),
    ...refused,
  },
  PayOrderResult: {
    PaymentStarted: first({ kind: 'started', order }),
    PaymentDeclined: first({ kind: 'declined', order, bankReason: null }),
    OrderNotPayable: first({ kind: 'not-found' }),
    ...refused,
  },
  CancelOrderResult: {
    OrderCancelled: first({ kind: 'cancelled', order, paymentInDoubt: true }),
    RefundStarted: first({ kind: 'refunding', order }),
    OrderNotCancellable: first({ kind: 'not-cancellable', order }),
    ...refused,
  },
  RequestRefundResult: {
    RefundStarted: first({ kind: 'refunding', order }),
    OrderNotRefundable: first({ kind: 'not-found' }),
    ...refused,
  },
  PostReviewResult: {
    ReviewPosted: first({ kind: 'posted', review }),
    UnknownProduct: first({ kind: 'unknown-product' }),
    AlreadyReviewed: first({ kind: 'already-reviewed' }),
    GuestsCannotReview: first({ kind: 'guests-cannot' }),
    ...refused,
  },
};
