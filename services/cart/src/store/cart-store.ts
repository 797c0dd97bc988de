import type { SkuQuantity } from '@evenkeel/contracts';
import type { CustomerId, Sku } from '@evenkeel/kernel';
import type { Redis } from 'ioredis';
import type { Prices, StoredCart } from '../cart.js';

const KEEP_SECONDS = 30 * 24 * 3_600;
/** Events are remembered longer than any stream keeps them. */
const SEEN_SECONDS = 48 * 3_600;
const COUPON = '#coupon';

const cartKey = (customerId: string) => `cart:1:${customerId}`;

/** Takes quantities out of a cart, once for each event: the mark and the change are one step. */
const TAKE_OUT = `
if not redis.call('set', KEYS[2], '1', 'NX', 'EX', ARGV[1]) then return 0 end
for i = 2, #ARGV, 2 do
  local held = redis.call('hget', KEYS[1], 'q:' .. ARGV[i])
  if held then
    local left = tonumber(held) - tonumber(ARGV[i + 1])
    if left > 0 then redis.call('hset', KEYS[1], 'q:' .. ARGV[i], left)
    else redis.call('hdel', KEYS[1], 'q:' .. ARGV[i], 'p:' .. ARGV[i]) end
  end
end
redis.call('hdel', KEYS[1], '${COUPON}')
return 1`;

/** Carts in Redis: a hash for each shopper, quantities and the price at which a line was put in. */
export interface CartStore {
  get(customerId: CustomerId): Promise<StoredCart>;
  setLine(customerId: CustomerId, line: { sku: Sku; quantity: number; prices: Prices }): Promise<void>;
  setCoupon(customerId: CustomerId, code: string | null): Promise<void>;
  /** Pours one cart into another, the larger quantity of each SKU; repeating it changes nothing. */
  merge(guestId: CustomerId, customerId: CustomerId): Promise<void>;
  takeOut(
    orders: readonly { eventId: string; customerId: CustomerId; lines: readonly SkuQuantity[] }[],
  ): Promise<void>;
}

export function cartStore(redis: Redis): CartStore {
  async function get(customerId: CustomerId): Promise<StoredCart> {
    const fields = await redis.hgetall(cartKey(customerId));
    const lines = Object.entries(fields).flatMap(([field, value]) => {
      if (!field.startsWith('q:')) return [];
      const sku = field.slice(2) as Sku;
      return [{ sku, quantity: Number(value), prices: JSON.parse(fields[`p:${sku}`] ?? '{}') as Prices }];
    });
    return { lines, coupon: fields[COUPON] ?? null };
  }

  async function setLines(
    customerId: CustomerId,
    lines: StoredCart['lines'],
    coupon: string | null,
  ): Promise<void> {
    const fields = lines.flatMap(({ sku, quantity, prices }) => [
      `q:${sku}`,
      String(quantity),
      `p:${sku}`,
      JSON.stringify(prices),
    ]);
    const all = coupon === null ? fields : [...fields, COUPON, coupon];
    if (all.length === 0) return;
    await settled(
      redis
        .multi()
        .hset(cartKey(customerId), ...all)
        .expire(cartKey(customerId), KEEP_SECONDS)
        .exec(),
    );
  }

  return {
    get,
    async setLine(customerId, { sku, quantity, prices }) {
      if (quantity === 0) await redis.hdel(cartKey(customerId), `q:${sku}`, `p:${sku}`);
      else await setLines(customerId, [{ sku, quantity, prices }], null);
    },
    async setCoupon(customerId, code) {
      if (code === null) await redis.hdel(cartKey(customerId), COUPON);
      else await setLines(customerId, [], code);
    },
    async merge(guestId, customerId) {
      const [guest, own] = await Promise.all([get(guestId), get(customerId)]);
      const mine = new Map(own.lines.map((line) => [line.sku, line.quantity]));
      const more = guest.lines.filter((line) => line.quantity > (mine.get(line.sku) ?? 0));
      await setLines(customerId, more, own.coupon ?? guest.coupon);
      await redis.del(cartKey(guestId));
    },
    async takeOut(orders) {
      const pipeline = redis.pipeline();
      for (const { eventId, customerId, lines } of orders) {
        const pairs = lines.flatMap(({ sku, quantity }) => [sku, String(quantity)]);
        pipeline.eval(TAKE_OUT, 2, cartKey(customerId), `cart:seen:${eventId}`, SEEN_SECONDS, ...pairs);
      }
      await settled(pipeline.exec());
    },
  };
}

/** A pipeline reports failures beside results; the first one is thrown. */
async function settled(results: Promise<[error: Error | null, result: unknown][] | null>): Promise<void> {
  for (const [error] of (await results) ?? []) if (error) throw error;
}
