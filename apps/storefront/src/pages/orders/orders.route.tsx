import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { TextPending } from '../pending.js';
import { prefetchOrders } from './orders.query.js';

export const ordersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/orders',
  loader: ({ context }) => prefetchOrders(context.client()),
  pendingComponent: TextPending,
  component: lazyRouteComponent(() => import('./orders-page.js')),
});
