import { createRouter } from '@tanstack/react-router';
import { accountRoute } from '../pages/account/account.route.js';
import { cartRoute } from '../pages/cart/cart.route.js';
import { checkoutRoute } from '../pages/checkout/checkout.route.js';
import { confirmedRoute } from '../pages/confirmed/confirmed.route.js';
import { FaultPage } from '../pages/errors/fault-page.js';
import { favouritesRoute } from '../pages/favourites/favourites.route.js';
import { helpRoute } from '../pages/help/help.route.js';
import { homeRoute } from '../pages/home/home.route.js';
import { orderRoute } from '../pages/order/order.route.js';
import { ordersRoute } from '../pages/orders/orders.route.js';
import { processingRoute } from '../pages/processing/processing.route.js';
import { productRoute } from '../pages/product/product.route.js';
import { shopRoute } from '../pages/shop/shop.route.js';
import { signInRoute } from '../pages/sign-in/sign-in.route.js';
import { walletRoute } from '../pages/wallet/wallet.route.js';
import { nowhereRoute, plainRoute, rootRoute, shellRoute } from './layouts.js';
import { parseAddress, writeAddress } from './search-params.js';
import { currentClient } from './session.js';

const routeTree = rootRoute.addChildren([
  shellRoute.addChildren([
    homeRoute,
    shopRoute,
    productRoute,
    cartRoute,
    ordersRoute,
    orderRoute,
    processingRoute,
    confirmedRoute,
    walletRoute,
    signInRoute,
    accountRoute,
    favouritesRoute,
    helpRoute,
    nowhereRoute,
  ]),
  plainRoute.addChildren([checkoutRoute]),
]);

export const router = createRouter({
  routeTree,
  context: { client: currentClient },
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultErrorComponent: FaultPage,
  defaultPendingMs: 300,
  defaultPendingMinMs: 150,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
