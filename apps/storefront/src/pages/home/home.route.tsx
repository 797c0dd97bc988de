import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { prefetchHome } from './home.query.js';

export const homeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  // The hero does not wait for the shelves.
  loader: ({ context }) => void prefetchHome(context.client()),
  component: lazyRouteComponent(() => import('./home-page.js')),
});
