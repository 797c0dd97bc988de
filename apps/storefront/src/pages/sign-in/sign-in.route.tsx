import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/layouts.js';
import { prefetch } from '../../graphql/prefetch.js';
import { TextPending } from '../pending.js';
import { DemoShoppersQuery } from './sign-in.query.js';

interface SignInSearch {
  /** Where to go on afterwards; only a path of our own. */
  goOn?: string;
  /** Make an account instead. */
  new?: boolean;
}

export const signInRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): SignInSearch => ({
    ...(typeof raw.goOn === 'string' && /^\/(?!\/)/.test(raw.goOn) && { goOn: raw.goOn }),
    ...((raw.new === true || raw.new === 'true') && { new: true }),
  }),
  loader: ({ context }) => prefetch(context.client(), DemoShoppersQuery, {}),
  pendingComponent: TextPending,
  component: lazyRouteComponent(() => import('./sign-in-page.js')),
});
