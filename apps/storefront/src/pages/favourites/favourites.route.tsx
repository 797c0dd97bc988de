import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';

export const favouritesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/favourites',
  component: lazyRouteComponent(() => import('./favourites-page.js')),
});
