import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { ProductPending } from '../pending.js';
import { prefetchProduct } from './product.query.js';

interface ProductSearch {
  /** The variant that is chosen. */
  sku?: string;
}

export const productRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/products/$slug',
  validateSearch: (raw: Record<string, unknown>): ProductSearch =>
    typeof raw.sku === 'string' ? { sku: raw.sku } : {},
  loader: ({ context, params }) => prefetchProduct(context.client(), params.slug),
  pendingComponent: ProductPending,
  component: lazyRouteComponent(() => import('./product-page.js')),
});
