import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { plainRoute } from '../../app/layouts.js';
import { TextPending } from '../pending.js';
import { prefetchCheckout } from './checkout.query.js';

const STEPS = ['contact', 'delivery', 'payment'] as const;

interface CheckoutSearch {
  step?: (typeof STEPS)[number];
}

export const checkoutRoute = createRoute({
  getParentRoute: () => plainRoute,
  path: '/checkout',
  validateSearch: (raw: Record<string, unknown>): CheckoutSearch => {
    const step = STEPS.find((name) => name === raw.step);
    return step ? { step } : {};
  },
  loader: ({ context }) => prefetchCheckout(context.client()),
  pendingComponent: TextPending,
  component: lazyRouteComponent(() => import('./checkout-page.js')),
});
