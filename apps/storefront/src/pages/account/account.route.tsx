import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { TextPending } from '../pending.js';

export const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  pendingComponent: TextPending,
  component: lazyRouteComponent(() => import('./account-page.js')),
});
