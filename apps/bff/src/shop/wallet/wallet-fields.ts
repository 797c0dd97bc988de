import { pointsValue, type WalletChange } from '@evenkeel/contracts';
import { clientError } from '../../graphql/client-error.js';
import type { RequestContext } from '../../request/request-context.js';
import { connectionOf, type PageArgs } from '../connection.js';

/** The page of entries that comes with the wallet itself; the same as the default of the field. */
const FIRST = 20;

export interface WalletSource {
  readonly customerId: string;
  readonly available: number;
  readonly frozen: number;
}

/** The caller's wallet; guests have none. */
export async function walletOf(context: RequestContext): Promise<WalletSource | null> {
  if (context.requireCaller().kind === 'guest') return null;
  return context.loaders.wallet(FIRST, null);
}

/** `Wallet` and its entries. */
export const walletFields = {
  Wallet: {
    id: ({ customerId }: WalletSource) => customerId,
    worth: ({ available }: WalletSource, _: unknown, { currency }: RequestContext) =>
      pointsValue(available, currency),
    async entries(_: WalletSource, { first, after }: PageArgs, context: RequestContext) {
      const wallet = await context.loaders.wallet(first, after ?? null);
      if (!wallet) throw clientError('NO_SESSION', 'The wallet belongs to a session that has ended');
      return connectionOf(wallet.entries, after);
    },
  },
  WalletEntry: {
    orderNumber: (entry: WalletChange['entries'][number]) => entry.orderId,
  },
};

export const walletQueries = {
  wallet: (_: unknown, __: unknown, context: RequestContext) => walletOf(context),
};
