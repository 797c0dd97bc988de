import type { estypes } from '@elastic/elasticsearch';

const syllables = 'ba ke lo mi nu pa ro sa te vu wi xo za cho dra fle gri plo sta tru'.split(' ');
const characters = [
  ...'茶灯木石海山风雨花鸟书纸笔墨刀锅碗壶盘布毛鞋衣椅桌床窗门水火金土光夜晨春夏秋冬红白蓝绿黑小大长短轻重新旧手工',
];
const places = 'salt grove kiln north harbour pine ember weaver'.split(' ');

/** Numbers that look random and are the same in every run. */
function scatter(seed: number): number {
  const mixed = Math.imul(seed ^ (seed >>> 15), 0x2c1b3c6d);
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) ^ (mixed >>> 15)) >>> 0;
}

/** One of 8 000 words; small numbers are common, as words are in any language. */
function word(seed: number): string {
  const place = Math.floor(8_000 ** ((scatter(seed) % 10_000) / 10_000));
  const part = (shift: number) => syllables[scatter(place * 7 + shift) % syllables.length] ?? '';
  return part(1) + part(2) + (place % 3 === 0 ? part(3) : '');
}

const words = (seed: number, count: number) =>
  Array.from({ length: count }, (_, at) => word(seed * 64 + at)).join(' ');
const chinese = (seed: number, count: number) =>
  Array.from({ length: count }, (_, at) => characters[scatter(seed * 128 + at) % characters.length]).join('');

/** Two words, of which the first is in many documents. */
export const queryWords = (round: number): string => `${word(round * 3)} ${word(round * 5 + 1)}`;

export const productMappings: estypes.MappingTypeMapping = {
  dynamic: 'strict',
  properties: {
    sku: { type: 'keyword' },
    brand: { type: 'keyword' },
    price: { type: 'long' },
    inStock: { type: 'boolean' },
    title: {
      properties: { en: { type: 'text', analyzer: 'english' }, zh: { type: 'text', analyzer: 'cjk' } },
    },
    story: {
      properties: { en: { type: 'text', analyzer: 'english' }, zh: { type: 'text', analyzer: 'cjk' } },
    },
    suggest: { type: 'completion' },
  },
};

/** A product, always the same for the same number. */
export function product(n: number) {
  const title = words(n, 3);
  return {
    sku: `sku-${String(n).padStart(6, '0')}`,
    brand: places[scatter(n) % places.length],
    price: 100 + (scatter(n + 1) % 50_000),
    inStock: n % 5 !== 0,
    title: { en: title, zh: chinese(n, 4) },
    story: { en: words(n + 500_000, 24), zh: chinese(n + 500_000, 30) },
    suggest: [{ input: [title], weight: scatter(n + 2) % 100 }],
  };
}
