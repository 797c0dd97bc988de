import { askForProduct, type Repaired, type ShelfPart } from '@evenkeel/contracts';
import type { House } from '@evenkeel/runtime';
import type { SeenShelf, ShelfStore } from '../../store/shelf-store.js';
import type { Turnstile } from '../../turnstile.js';
import { shelfOf, toShelfPart } from '../products/shelf.js';

interface Parts {
  readonly call: House['call'];
  readonly shelves: Pick<ShelfStore, 'see' | 'replace'>;
  readonly turnstile: Turnstile;
}

/**
 * Builds what pages show of one product anew, from its owners; one that nobody owns is taken out. The owners are asked
 * after it was read: what they say is at least as new, unless somebody spoiled it.
 */
export const rebuildProduct =
  ({ call, shelves, turnstile }: Parts) =>
  (productId: string, dryRun: boolean): Promise<Repaired> =>
    turnstile.pass(async () => {
      const before = await shelves.see(productId);
      const whole = await askForProduct(call, productId);
      const [from, to] = [wordsOfSeen(before), wordsOf(whole && toShelfPart(shelfOf(whole)))];
      if (dryRun) return { needed: from !== to, from, to };
      await shelves.replace(productId, before, whole);
      return { needed: from !== to, from, to: wordsOfSeen(await shelves.see(productId)) };
    });

const wordsOfSeen = ({ shelf }: SeenShelf): string => wordsOf(shelf && toShelfPart(shelf));

function wordsOf(part: ShelfPart | null): string {
  if (part === null) return 'not shown';
  const { title, version, prices, rating, reviews, listed } = part;
  const stock = part.stock.map(
    (one) =>
      `${one.sku} ${one.state}${one.left === null ? '' : ` with ${one.left}`} at version ${one.version}`,
  );
  return (
    `${title.en}, version ${version}, ${prices.USD.join(' and ')} USD, ${prices.CNY.join(' and ')} CNY, ` +
    `rated ${rating} by ${reviews}, ${listed} reviews, ${stock.join(', ')}`
  );
}
