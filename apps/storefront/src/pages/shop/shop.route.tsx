import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { ListPending } from '../pending.js';
import { prefetchShop } from './shop.query.js';
import { readShopSearch, type ShopSearch } from './shop-search.js';

export const shopRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/shop',
  validateSearch: (raw: Record<string, unknown>): ShopSearch => readShopSearch(raw),
  loaderDeps: ({ search: { page: _page, ...list } }) => list,
  loader: async ({ context, deps, cause, location }) => {
    const { page } = readShopSearch(location.search as Record<string, unknown>);
    const done = prefetchShop(context.client(), { ...deps, ...(page && { page }) });
    // A filter changes the page that is there; only a page that is not there yet waits for its things.
    if (cause !== 'stay') await done;
  },
  pendingComponent: ListPending,
  component: lazyRouteComponent(() => import('./shop-page.js')),
});
