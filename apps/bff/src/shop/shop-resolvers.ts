import { DEMO_SHOPPERS } from '@evenkeel/contracts';
import { feedFields } from '../feed/feed-fields.js';
import type { Resolvers } from '../graphql/resolvers.js';
import { scalars } from '../graphql/scalars.js';
import type { RequestContext } from '../request/request-context.js';
import { cartFields } from './cart/cart-fields.js';
import { applyCoupon, cartQueries, setCartLine } from './cart/change-cart.js';
import { shopEnums } from './enums.js';
import { orderFields } from './order/order-fields.js';
import { orderQueries } from './order/order-queries.js';
import { payOrder } from './order/pay-order.js';
import { placeOrder } from './order/place-order.js';
import { cancelOrder, requestRefund } from './order/take-back-order.js';
import { facetFields } from './product/facet-fields.js';
import { productConnection } from './product/product-connection.js';
import { productFields } from './product/product-fields.js';
import { productQueries } from './product/product-queries.js';
import { variantFields } from './product/variant-fields.js';
import { postReview } from './review/post-review.js';
import { setPreferences } from './viewer/set-preferences.js';
import { signIn, signOut, signUp } from './viewer/sign-in.js';
import { viewerFields, viewerOf } from './viewer/viewer-fields.js';
import { walletFields, walletQueries } from './wallet/wallet-fields.js';

/** The resolvers of the shop API. */
export const shopResolvers: Resolvers = {
  ...scalars,
  ...shopEnums,
  ...orderFields,
  ...cartFields,
  ...productFields,
  ...variantFields,
  ...viewerFields,
  ...walletFields,
  ...facetFields,
  ...feedFields,
  ProductConnection: { ...productConnection.ProductConnection, ...facetFields.ProductConnection },
  Query: {
    ...productQueries,
    ...cartQueries,
    ...orderQueries,
    ...walletQueries,
    viewer: (_: unknown, __: unknown, context: RequestContext) => viewerOf(context),
    // There are no flash sales in this house yet: every name is unknown.
    flashSale: () => null,
    demoShoppers: (_: unknown, __: unknown, { shop }: RequestContext) => (shop.demo ? DEMO_SHOPPERS : []),
  },
  Mutation: {
    signUp,
    signIn,
    signOut,
    setPreferences,
    setCartLine,
    applyCoupon,
    placeOrder,
    payOrder,
    cancelOrder,
    requestRefund,
    postReview,
  },
};
