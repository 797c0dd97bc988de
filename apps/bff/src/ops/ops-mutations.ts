import {
  adjustStock as adjustStockAction,
  changePrice as changePriceAction,
  type ReadModel,
  rebuildView as rebuildViewAction,
  sku,
} from '@evenkeel/contracts';
import { assertNever } from '@evenkeel/kernel';
import { orRefusal, refusal } from '../refusals/refusal.js';
import type { RequestContext } from '../request/request-context.js';
import { requireKey, resultOf } from '../shop/order/keyed.js';
import { auditMutations } from './audit.js';
import { deadLetterMutations } from './dead-letter-desk.js';
import { faultMutations } from './faults.js';

interface AdjustStockArgs {
  readonly sku: string;
  readonly delta: number;
  readonly reason: string;
}

/** Changes what is on hand of a SKU. */
async function adjustStock(_: unknown, args: AdjustStockArgs, context: RequestContext) {
  const { locale } = context;
  const known = sku.safeParse(args.sku);
  if (!known.success) return refusal('UnknownSku', locale);
  return orRefusal(locale, async () => {
    const { delta, reason } = args;
    const input = { key: requireKey(context), sku: known.data, delta, reason };
    const result = resultOf(context, await context.command(adjustStockAction, input));
    switch (result.kind) {
      case 'adjusted':
        return { __typename: 'StockAdjusted', stock: result.stock };
      case 'unknown-sku':
        return refusal('UnknownSku', locale);
      case 'below-reserved':
        return refusal('BelowReserved', locale, { available: result.available });
      default:
        return assertNever(result);
    }
  });
}

interface ChangePriceArgs {
  readonly sku: string;
  readonly prices: { readonly CNY: number; readonly USD: number };
}

/** Sets the prices of a SKU. */
async function changePrice(_: unknown, { sku: wanted, prices }: ChangePriceArgs, context: RequestContext) {
  const { locale } = context;
  return orRefusal(locale, async () => {
    const input = { key: requireKey(context), sku: wanted, prices: { CNY: prices.CNY, USD: prices.USD } };
    const result = resultOf(context, await context.command(changePriceAction, input));
    switch (result.kind) {
      case 'changed':
        return { __typename: 'PriceSet', version: result.version };
      case 'unknown-sku':
        return refusal('UnknownSku', locale);
      default:
        return assertNever(result);
    }
  });
}

/** Builds a read model anew, or tells how far that is. */
async function rebuildView(_: unknown, { model }: { readonly model: ReadModel }, context: RequestContext) {
  return orRefusal(context.locale, async () => {
    const rebuilt = await context.command(rebuildViewAction, { key: requireKey(context), model });
    return { __typename: 'ViewRebuild', model, ...rebuilt };
  });
}

export const opsMutations = {
  ...auditMutations,
  ...deadLetterMutations,
  ...faultMutations,
  adjustStock,
  changePrice,
  rebuildView,
};
