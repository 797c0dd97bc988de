import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { TextPending } from '../pending.js';
import { prefetchWallet } from './wallet.query.js';

export const walletRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/wallet',
  loader: ({ context }) => prefetchWallet(context.client()),
  pendingComponent: TextPending,
  component: lazyRouteComponent(() => import('./wallet-page.js')),
});
