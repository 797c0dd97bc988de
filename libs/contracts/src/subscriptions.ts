import * as catalog from './catalog/catalog.js';
import * as finance from './finance/finance.js';
import * as fulfilment from './fulfilment/fulfilment.js';
import * as identity from './identity/identity.js';
import * as inventory from './inventory/inventory-messages.js';
import * as loyalty from './loyalty/loyalty-messages.js';
import * as order from './order/order-events.js';
import * as payment from './payment/payment-messages.js';
import { type Subscription, subscription } from './registry/subscription.js';
import { viewsEvents } from './views/views.js';

/** Who follows what. One entry is one durable consumer; streams and durables are declared from here. */
export const subscriptions = {
  order: {
    inventory: subscription('order__follow-inventory', 'commutative', [
      inventory.stockReserved,
      inventory.stockRefused,
      inventory.stockConfirmRefused,
      inventory.stockReleased,
      inventory.stockReturned,
    ]),
    loyalty: subscription('order__follow-loyalty', 'commutative', [
      loyalty.benefitsHeld,
      loyalty.benefitsRefused,
      loyalty.pointsReversed,
    ]),
    payment: subscription('order__follow-payment', 'commutative', [
      payment.paymentCaptured,
      payment.paymentDeclined,
      payment.paymentVoided,
      payment.paymentAmountMismatched,
      payment.paymentRefunded,
    ]),
    fulfilment: subscription('order__follow-fulfilment', 'commutative', [
      fulfilment.shipmentDispatched,
      fulfilment.shipmentDelivered,
    ]),
    catalogue: subscription('order__copy-catalogue', 'projection', [catalog.productPublished]),
    coupons: subscription('order__copy-coupons', 'projection', [loyalty.couponPublished]),
    guests: subscription('order__merge-guests', 'commutative', [identity.guestMerged]),
  },
  inventory: {
    commands: subscription('inventory__obey', 'commutative', inventory.inventoryCommands),
    orders: subscription('inventory__follow-order', 'commutative', [order.orderPaid]),
    parcels: subscription('inventory__follow-fulfilment', 'commutative', [
      fulfilment.shipmentCancelled,
      fulfilment.shipmentReturned,
    ]),
    products: subscription('inventory__stock-products', 'commutative', [catalog.productPublished]),
  },
  payment: {
    commands: subscription('payment__obey', 'commutative', payment.paymentCommands),
  },
  finance: {
    payments: subscription('finance__book-payments', 'commutative', [
      payment.paymentCaptured,
      payment.paymentAmountMismatched,
      payment.paymentRefunded,
    ]),
    sales: subscription('finance__book-sales', 'commutative', [order.orderPaid, order.orderRefunded]),
    points: subscription('finance__book-points', 'commutative', [
      loyalty.pointsEarned,
      loyalty.pointsReversed,
      loyalty.pointsGranted,
    ]),
  },
  loyalty: {
    commands: subscription('loyalty__obey', 'commutative', loyalty.loyaltyCommands),
    orders: subscription('loyalty__follow-order', 'commutative', [order.orderPaid, order.orderRefunding]),
    customers: subscription('loyalty__welcome-customers', 'commutative', [identity.customerRegistered]),
  },
  fulfilment: {
    orders: subscription('fulfilment__follow-order', 'commutative', [order.orderPaid, order.orderRefunding]),
    stock: subscription('fulfilment__follow-inventory', 'commutative', [inventory.stockConfirmed]),
  },
  search: {
    products: subscription('search__index-products', 'projection', catalog.catalogEvents),
    availability: subscription('search__index-availability', 'projection', [inventory.availabilityChanged]),
  },
  cart: {
    orders: subscription('cart__empty-ordered', 'commutative', [order.orderAwaitingPayment]),
    catalogue: subscription('cart__copy-catalogue', 'projection', [catalog.productPublished]),
    coupons: subscription('cart__copy-coupons', 'projection', [loyalty.couponPublished]),
    guests: subscription('cart__merge-guests', 'commutative', [identity.guestMerged]),
  },
  views: {
    orders: subscription('views__follow-order', 'projection', order.orderEvents),
    inventory: subscription('views__follow-inventory', 'projection', [
      inventory.stockConfirmed,
      inventory.availabilityChanged,
    ]),
    payment: subscription('views__follow-payment', 'projection', [payment.paymentInDoubt]),
    finance: subscription('views__follow-finance', 'projection', [finance.journalPosted]),
    loyalty: subscription('views__follow-loyalty', 'projection', [
      loyalty.benefitsHeld,
      loyalty.benefitsReleased,
      loyalty.pointsEarned,
      loyalty.pointsReversed,
      loyalty.pointsGranted,
      loyalty.pointsCorrected,
    ]),
    fulfilment: subscription('views__follow-fulfilment', 'projection', fulfilment.fulfilmentEvents),
    catalog: subscription('views__follow-catalog', 'projection', catalog.catalogEvents),
    identity: subscription('views__follow-identity', 'projection', [identity.guestMerged]),
  },
  bff: {
    /** Read by every BFF process for itself, from a cursor, without a durable. */
    feed: subscription('bff__feed', 'projection', viewsEvents),
  },
} as const;

export const allSubscriptions: readonly Subscription[] = Object.values(subscriptions).flatMap((group) =>
  Object.values(group),
);

/** Those that are read through a durable: all but the feed, which tells of now. */
export const durableSubscriptions = allSubscriptions.filter((one) => one !== subscriptions.bff.feed);

/** The services that follow or obey messages, and so may have dead letters. */
export const messageConsumers: readonly string[] = [
  ...new Set(durableSubscriptions.map(({ consumer }) => consumer)),
];
