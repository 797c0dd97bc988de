import { type Availability, averageRating, type SearchPart, type ShelfPart } from '@evenkeel/contracts';
import type { Difference } from '../../difference.js';
import { differing, type Sayings, tell } from './compare.js';
import type { OwnedProduct, ProductFile } from './product-file.js';

/** R1: search finds what is for sale, and nothing else, and says of it what its owners say. */
export function checkSearch({ productId: subject, owned, search }: ProductFile): Difference[] {
  if (!search)
    return owned
      ? tell({ class: 'search-unseen', subject }, { catalog: titleOf(owned), search: 'does not find it' })
      : [];
  if (!owned)
    return tell(
      { class: 'search-of-nobody', subject },
      { catalog: NOBODY, search: `finds ${search.title.en}` },
    );
  const inStock = owned.stock.some(({ state }) => state !== 'sold-out');
  const found = differing(
    { class: 'search-drifted', subject },
    ['owners', { ...shownBy(owned), stock: forSale(inStock) }],
    ['search', { ...sayingsOf(search), stock: forSale(search.inStock) }],
  );
  // That something is for sale has no version; but whatever moves it writes the document again.
  return found.map((one) => ({ ...one, shown: `${one.shown}, revision ${search.revision}` }));
}

/** R1: pages show what is for sale, and nothing else, and say of it what its owners say. */
export function checkShelf({ productId: subject, owned, shelf }: ProductFile): Difference[] {
  const about = { class: 'product-drifted', subject } as const;
  if (!shelf) return owned ? tell(about, { catalog: titleOf(owned), views: 'does not show it' }) : [];
  if (!owned) return tell(about, { catalog: NOBODY, views: `shows ${shelf.title.en}` });
  return differing(
    about,
    ['owners', { ...shownBy(owned), listed: String(owned.rating.count), ...stockBy(owned) }],
    ['views', { ...sayingsOf(shelf), listed: String(shelf.listed), ...stockOn(shelf, owned) }],
  );
}

const NOBODY = 'has no such product';
const titleOf = ({ product, version }: OwnedProduct) => `${product.title.en}, version ${version}`;
const forSale = (inStock: boolean) => (inStock ? 'for sale' : 'sold out');

/** What everybody who shows a product has to say of it. */
const shownBy = ({ product, version, rating }: OwnedProduct): Sayings =>
  sayingsOf({
    version,
    title: product.title,
    prices: {
      CNY: product.variants.map(({ prices }) => prices.CNY),
      USD: product.variants.map(({ prices }) => prices.USD),
    },
    rating: averageRating(rating),
    reviews: rating.count,
  });

const sayingsOf = (
  part: Pick<SearchPart, 'version' | 'title' | 'prices' | 'rating' | 'reviews'>,
): Sayings => ({
  version: String(part.version),
  title: `${part.title.en} / ${part.title.zh}`,
  prices: `${part.prices.USD.join(' and ')} USD, ${part.prices.CNY.join(' and ')} CNY`,
  rating: `${part.rating} by ${part.reviews}`,
});

const stockBy = ({ stock }: OwnedProduct): Sayings =>
  Object.fromEntries(stock.map((one) => [`stock of ${one.sku}`, leftOf(one)]));

/**
 * The version of stock also counts what nobody sees, so that of what is shown may be lower; it is never higher, and
 * who shows the same says the same. Of what neither has heard of nothing is said.
 */
function stockOn({ stock }: ShelfPart, owned: OwnedProduct): Sayings {
  const owners = new Map(owned.stock.map((one) => [one.sku, one]));
  return Object.fromEntries(
    stock.flatMap((one) => {
      const owner = owners.get(one.sku);
      if (!owner && one.version === 0) return [];
      const agrees = owner && looksLike(one, owner) && one.version <= owner.version;
      return [[`stock of ${one.sku}`, leftOf(agrees ? owner : one)]];
    }),
  );
}

const looksLike = (one: Availability, other: Availability): boolean =>
  one.state === other.state && one.left === other.left && one.held === other.held;

const leftOf = ({ state, left, held, version }: Availability): string =>
  `${state}, ${left ?? 'some'} left, ${held ?? 'some'} held at version ${version}`;
