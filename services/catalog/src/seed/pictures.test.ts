import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seedProducts } from './index.js';

const storefront = new URL('../../../../apps/storefront/', import.meta.url);
const entry = z.strictObject({
  width: z.int().positive(),
  height: z.int().positive(),
  foot: z.number().min(0).max(1).optional(),
  recipe: z.string().regex(/^[0-9a-f]{12}$/),
  thumbhash: z.base64(),
  alt: z.strictObject({ en: z.string().min(1), zh: z.string().min(1) }),
});
const manifest = z
  .record(z.string(), entry)
  .parse(JSON.parse(readFileSync(new URL('src/pictures/manifest.json', storefront), 'utf8')));
const pictures = seedProducts.flatMap((product) => product.pictures);

function file(name: string): URL {
  return new URL(`public/pictures/${name}`, storefront);
}

describe('the pictures of the goods', () => {
  it('are in the manifest under their key, with the words the catalogue has for them', () => {
    for (const { key, alt } of pictures) expect(manifest[key]?.alt, key).toEqual(alt);
  });

  it('are there in both sizes, and never more than 25 kB', () => {
    for (const { key } of pictures) {
      for (const name of [`${key}.webp`, `${key}-320.webp`]) {
        expect(existsSync(file(name)), name).toBe(true);
        expect(statSync(file(name)).size, name).toBeLessThanOrEqual(25_000);
      }
    }
  });

  it('are square and 640 wide, as the cards and the gallery expect', () => {
    for (const { key } of pictures)
      expect([manifest[key]?.width, manifest[key]?.height], key).toEqual([640, 640]);
  });

  it('belong to one product each', () => {
    const keys = pictures.map(({ key }) => key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });
});
