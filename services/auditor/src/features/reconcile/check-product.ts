import { averageRating, type SearchPart } from '@evenkeel/contracts';
import type { Difference } from '../../difference.js';
import { evidenceOf, type Sayings } from './compare.js';
import type { OwnedProduct, ProductFile } from './product-file.js';

/** R1: search finds what is for sale, and nothing else, and says of it what its owners say. */
export function checkSearch({ productId, owned, search }: ProductFile): Difference[] {
  const about = { subject: productId, orderId: null, atStake: null };
  const tell = (name: 'search-unseen' | 'search-of-nobody', catalog: string, says: string): Difference[] => [
    {
      class: name,
      ...about,
      evidence: [
        { side: 'catalog', says: catalog },
        { side: 'search', says },
      ],
    },
  ];
  if (!search) return owned ? tell('search-unseen', titleOf(owned), 'does not find it') : [];
  if (!owned) return tell('search-of-nobody', 'has no such product', `finds ${search.title.en}`);
  const inStock = owned.stock.some(({ state }) => state !== 'sold-out');
  const evidence = evidenceOf(
    ['owners', { ...shownBy(owned), stock: forSale(inStock) }],
    ['search', { ...sayingsOf(search), stock: forSale(search.inStock) }],
  );
  return evidence ? [{ class: 'search-drifted', ...about, evidence }] : [];
}

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

const sayingsOf = (part: Omit<SearchPart, 'productId' | 'inStock'>): Sayings => ({
  version: String(part.version),
  title: `${part.title.en} / ${part.title.zh}`,
  prices: `${part.prices.USD.join(' and ')} USD, ${part.prices.CNY.join(' and ')} CNY`,
  rating: `${part.rating} by ${part.reviews}`,
});
