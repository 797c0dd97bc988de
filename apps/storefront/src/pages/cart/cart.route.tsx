import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { CartQuery } from '../../cart/cart.query.js';
import { prefetch } from '../../graphql/prefetch.js';
import { TextPending } from '../pending.js';

export const cartRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/cart',
  loader: ({ context }) => prefetch(context.client(), CartQuery, {}),
  pendingComponent: TextPending,
  component: lazyRouteComponent(() => import('./cart-page.js')),
});
