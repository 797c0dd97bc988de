import type { Viewer } from '@evenkeel/contracts';
import type { RequestContext } from '../../request/request-context.js';
import { walletOf } from '../wallet/wallet-fields.js';

/** What the identity token says; name and address are asked for only when a page wants them. */
export type ViewerSource = Omit<Viewer, 'name' | 'email'> & Partial<Pick<Viewer, 'name' | 'email'>>;

export function viewerOf(context: RequestContext): ViewerSource {
  const { sub, kind, locale, currency } = context.requireCaller();
  return { customerId: sub, kind, locale, currency };
}

async function known(source: ViewerSource, field: 'name' | 'email', context: RequestContext) {
  const own = source[field];
  // Guests have neither.
  if (own !== undefined || source.kind === 'guest') return own ?? null;
  return (await context.loaders.viewer())?.[field] ?? null;
}

/** `Viewer`. */
export const viewerFields = {
  Viewer: {
    id: ({ customerId }: ViewerSource) => customerId,
    name: (source: ViewerSource, _: unknown, context: RequestContext) => known(source, 'name', context),
    email: (source: ViewerSource, _: unknown, context: RequestContext) => known(source, 'email', context),
    wallet: (_: ViewerSource, __: unknown, context: RequestContext) => walletOf(context),
    demo: (_: ViewerSource, __: unknown, { shop }: RequestContext) => shop.demo,
  },
};
