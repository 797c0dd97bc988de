import { productRecord, reviewRecord } from '@evenkeel/contracts';
import { describe, expect, it } from 'vitest';
import { seedProducts, seedReviews } from './index.js';

function repeated(values: readonly string[]): string[] {
  return values.filter((value, i) => values.indexOf(value) !== i);
}

describe('the goods of the house', () => {
  it('fit the record of a product', () => {
    for (const product of seedProducts)
      expect(() => productRecord.parse(product), product.slug).not.toThrow();
  });

  it('are at least 44, and every department and maker has some', () => {
    expect(seedProducts.length).toBeGreaterThanOrEqual(44);
    expect(new Set(seedProducts.map((product) => product.department)).size).toBe(6);
    expect(new Set(seedProducts.map((product) => product.brand)).size).toBe(8);
  });

  it('share no id, slug, title or SKU', () => {
    expect(repeated(seedProducts.map((product) => product.id))).toEqual([]);
    expect(repeated(seedProducts.map((product) => product.slug))).toEqual([]);
    expect(repeated(seedProducts.flatMap(({ title }) => [title.en, title.zh]))).toEqual([]);
    expect(repeated(seedProducts.flatMap(({ variants }) => variants.map(({ sku }) => sku)))).toEqual([]);
  });

  it('are told in both languages, not in one of them twice', () => {
    for (const { title, summary, story, pictures } of seedProducts) {
      for (const text of [title, summary, story, ...pictures.map(({ alt }) => alt)]) {
        expect(text.zh, text.en).toMatch(/\p{Script=Han}/u);
        expect(text.en, text.zh).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('offer in each variant exactly the options of the product, each combination once', () => {
    for (const { slug, options, variants } of seedProducts) {
      for (const variant of variants) {
        expect(Object.keys(variant.options).sort(), variant.sku).toEqual(
          options.map(({ key }) => key).sort(),
        );
        for (const { key, values } of options) {
          expect(values.map((value) => value.key)).toContain(variant.options[key]);
        }
      }
      const chosen = variants.map((variant) => options.map(({ key }) => variant.options[key]).join(' '));
      expect(repeated(chosen), slug).toEqual([]);
      for (const { key, values } of options) {
        const made = new Set(variants.map((variant) => variant.options[key]));
        expect(
          values.map((value) => value.key).filter((value) => !made.has(value)),
          slug,
        ).toEqual([]);
      }
    }
  });

  it('cost in dollars about a seventh of what they cost in yuan', () => {
    for (const { sku, prices } of seedProducts.flatMap(({ variants }) => variants)) {
      expect(prices.CNY / prices.USD, sku).toBeGreaterThan(6.7);
      expect(prices.CNY / prices.USD, sku).toBeLessThan(7.5);
    }
  });

  it('are mostly there, sometimes few, and sold out about one time in twenty', () => {
    const stock = seedProducts.flatMap(({ variants }) => variants.map(({ openingStock }) => openingStock));
    const share = stock.filter((pieces) => pieces === 0).length / stock.length;
    expect(share).toBeGreaterThan(0.03);
    expect(share).toBeLessThan(0.06);
    expect(stock.filter((pieces) => pieces >= 3 && pieces <= 5).length).toBeGreaterThanOrEqual(4);
    expect(stock.filter((pieces) => pieces > 5 && (pieces < 40 || pieces > 400))).toEqual([]);
  });

  it('show in a variant only pictures of the product', () => {
    for (const { slug, pictures, variants } of seedProducts) {
      const keys = pictures.map(({ key }) => key);
      const stray = variants.flatMap(({ picture }) => (picture && !keys.includes(picture) ? [picture] : []));
      expect(stray, slug).toEqual([]);
    }
  });

  it('have one value for a spec, but for the colours they come in', () => {
    for (const { slug, specs } of seedProducts) {
      expect(repeated(specs.map(({ key }) => key).filter((key) => key !== 'colour')), slug).toEqual([]);
      expect(repeated(specs.map(({ key, value }) => `${key}:${value.key}`)), slug).toEqual([]);
    }
  });
});

describe('the reviews', () => {
  it('fit the record of a review and share no id', () => {
    for (const review of seedReviews) expect(() => reviewRecord.parse(review), review.title).not.toThrow();
    expect(repeated(seedReviews.map(({ id }) => id))).toEqual([]);
  });

  it('are two to six for every product and speak of nothing else', () => {
    const counts = new Map(seedProducts.map(({ id }) => [id, 0]));
    for (const { productId } of seedReviews) counts.set(productId, (counts.get(productId) ?? Number.NaN) + 1);
    for (const { id, slug } of seedProducts) {
      expect(counts.get(id), slug).toBeGreaterThanOrEqual(2);
      expect(counts.get(id), slug).toBeLessThanOrEqual(6);
    }
    expect(counts.size).toBe(seedProducts.length);
  });

  it('come in both languages for every product, and one in eight is critical', () => {
    for (const { id, slug } of seedProducts) {
      const spoken = new Set(
        seedReviews.filter(({ productId }) => productId === id).map(({ locale }) => locale),
      );
      expect(spoken.size, slug).toBe(2);
    }
    const critical = seedReviews.filter(({ rating }) => rating <= 3);
    expect(critical.length / seedReviews.length).toBeGreaterThan(1 / 8);
  });

  it('are never older than the product', () => {
    const published = new Map(seedProducts.map(({ id, publishedAt }) => [id, publishedAt]));
    for (const { productId, postedAt, title } of seedReviews) {
      expect(postedAt > (published.get(productId) ?? ''), title).toBe(true);
    }
  });
});
