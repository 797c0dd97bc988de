import { defineIsReady } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';

/** Every service that has a part in a purchase. */
export const PURCHASE = [
  'identity',
  'catalog',
  'search',
  'cart',
  'order',
  'inventory',
  'loyalty',
  'payment',
  'finance',
  'fulfilment',
  'views',
] as const;

/**
 * Fails until each service has said once that it is ready. One that goes away later closes no door: a shop that lacks
 * a part still does what it can.
 */
export function readyOnce(house: Pick<House, 'call'>, services: readonly string[]): () => Promise<void> {
  const missing = new Set(services);
  const ask = async (service: string) => {
    const { ready } = await house.call(defineIsReady(service), {}, { timeoutMs: 1_000 });
    if (ready) missing.delete(service);
  };
  return async () => {
    // Who does not answer is not ready: the reason of it is for that process to say.
    await Promise.allSettled([...missing].map(ask));
    if (missing.size > 0) throw new Error(`Waiting for ${[...missing].join(', ')}`);
  };
}
