import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Client } from '@urql/core';
import { FaultPage } from '../pages/errors/fault-page.js';
import { ShellLayout } from '../shell/shell-layout.js';

export interface RouterContext {
  /** The client of this moment; another one after language or shopper changed. */
  readonly client: () => Client;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  errorComponent: () => (
    <main id="main">
      <FaultPage />
    </main>
  ),
});

/** Pages with the head, the foot and the basket. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: ShellLayout,
});

/** Every address that leads nowhere. */
export const nowhereRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '$',
  component: lazyRouteComponent(() => import('../pages/errors/not-found-page.js')),
});

/** The checkout, where nothing leads away. */
export const plainRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'plain',
  component: lazyRouteComponent(() => import('../shell/plain-layout.js')),
});
