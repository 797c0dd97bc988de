import type { ReactNode } from 'react';
import { CardBones } from '../ui/skeleton.js';
import type { ProductCardData } from './card.query.js';
import { ProductCard } from './product-card.js';
import { SmallCard } from './small-card.js';

const GRIDS = {
  /** Four in a row, two on a phone. */
  row: {
    box: 'grid grid-cols-2 gap-x-3 gap-y-6 md:grid-cols-4 md:gap-x-6 md:gap-y-8',
    sizes: '(width < 761px) 46vw, 24vw',
  },
  /** Beside the facets: three in a row. */
  list: {
    box: 'grid grid-cols-2 gap-x-3 gap-y-6 lg:grid-cols-3 md:gap-x-6 md:gap-y-8',
    sizes: '(width < 761px) 46vw, 23vw',
  },
  /** Three in a row on a whole page. */
  three: {
    box: 'grid grid-cols-2 gap-x-3 gap-y-6 md:grid-cols-3 md:gap-x-6 md:gap-y-8',
    sizes: '(width < 761px) 46vw, 31vw',
  },
  /** Slides on a phone. */
  rail: { box: 'rail md:grid md:grid-cols-4 md:gap-6', sizes: '(width < 761px) 44vw, 24vw' },
  /** Small ones, six in a row. */
  seen: {
    box: 'rail [--rail-item:38%] md:grid md:grid-cols-6 md:gap-4',
    sizes: '(width < 761px) 38vw, 16vw',
  },
} as const;

export type GridKind = keyof typeof GRIDS;

/** Cards in the arrangement of a page. The first row may be what the page waits for. */
export function ProductGrid({
  products,
  kind,
  eager = 0,
}: {
  products: readonly ProductCardData[];
  kind: GridKind;
  eager?: number;
}): ReactNode {
  const { box, sizes } = GRIDS[kind];
  return (
    <ul className={box}>
      {products.map((product, place) => (
        <li key={product.id}>
          {kind === 'seen' ? (
            <SmallCard product={product} sizes={sizes} />
          ) : (
            <ProductCard product={product} sizes={sizes} eager={place < eager} />
          )}
        </li>
      ))}
    </ul>
  );
}

export function ProductGridBones({ count, kind }: { count: number; kind: GridKind }) {
  return <CardBones count={count} className={GRIDS[kind].box} />;
}
