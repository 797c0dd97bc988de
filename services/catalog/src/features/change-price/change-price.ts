import {
  type ActionOutput,
  type ActionParsed,
  type changePrice,
  Problem,
  type ProductRecord,
} from '@evenkeel/contracts';
import type { CatalogStore } from '../../store/catalog-store.js';

type Input = ActionParsed<typeof changePrice>;
type Output = ActionOutput<typeof changePrice>;

/** The record with the new prices of one SKU. */
export function withPrice(record: ProductRecord, sku: string, prices: Input['prices']): ProductRecord {
  return {
    ...record,
    variants: record.variants.map((variant) => (variant.sku === sku ? { ...variant, prices } : variant)),
  };
}

/** Changes the prices of a SKU; two changes at once follow one another, none is lost. */
export async function carryOutChangePrice(
  store: CatalogStore,
  input: Input,
  asked: { readonly caller: string; readonly hash: string; readonly now: () => Date },
): Promise<Output> {
  for (;;) {
    const at = asked.now();
    const used = await store.keyOf({ caller: asked.caller, key: input.key }, at);
    if (used && used.hash !== asked.hash) {
      throw new Problem(
        'house.key-reused',
        'This idempotency key was used before with another body; use a new key',
      );
    }
    if (used) return { replayed: true, result: { kind: 'changed', version: used.version } };
    const product = await store.productOfSku(input.sku);
    if (!product) return { replayed: false, result: { kind: 'unknown-sku' } };
    const version = product.version + 1;
    const key = { caller: asked.caller, key: input.key, hash: asked.hash, version, at };
    const record = withPrice(product.record, input.sku, input.prices);
    if (await store.replace(product, { record, key }))
      return { replayed: false, result: { kind: 'changed', version } };
  }
}
