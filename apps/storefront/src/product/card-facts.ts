import type { ProductCardData } from './card.query.js';

const NEW_FOR_MS = 30 * 86_400_000;

/** Whether a product came to the shop within the last thirty days. */
export function isNew(publishedAt: string, now: number): boolean {
  return now - Date.parse(publishedAt) < NEW_FOR_MS;
}

export interface Swatch {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
}

/** The colours a product comes in, if colour is one of its options. */
export function swatchesOf(options: ProductCardData['options']): Swatch[] {
  return (options ?? []).flatMap((option) =>
    option.values.flatMap(({ key, label, swatch }) => (swatch ? [{ key, label, colour: swatch }] : [])),
  );
}
