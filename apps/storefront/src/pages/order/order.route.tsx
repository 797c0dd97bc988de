import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { prefetchOrder } from '../../order/order.query.js';
import { TextPending } from '../pending.js';

export const orderRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders/$number',
  loader: ({ context, params }) => prefetchOrder(context.client(), params.number),
  pendingComponent: TextPending,
  component: lazyRouteComponent(() => import('./order-page.js')),
});
