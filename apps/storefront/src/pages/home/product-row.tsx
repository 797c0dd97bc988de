import type { CombinedError } from '@urql/core';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../../i18n/i18n-context.js';
import type { ProductCardData } from '../../product/card.query.js';
import { type GridKind, ProductGrid, ProductGridBones } from '../../product/product-grid.js';
import { ErrorRow } from '../../ui/error-row.js';
import { SectionHead } from '../../ui/section-head.js';
import { Waiting } from '../../ui/skeleton.js';
import { homeTexts } from './home.texts.js';

type Props = {
  title: string;
  note?: string;
  aside?: ReactNode;
  kind?: GridKind;
  products: readonly ProductCardData[] | undefined;
  error: CombinedError | undefined;
  onRetry: () => void;
};

/** A row of products that loads, fails and comes back by itself, whatever the rest of the page does. */
export function ProductRow({ title, note, aside, kind = 'row', products, error, onRetry }: Props) {
  const t = useTexts(homeTexts);
  const id = useId();
  if (products?.length === 0) return null;
  return (
    <section aria-labelledby={id} className="wrap pt-12 md:pt-16">
      <SectionHead id={id} title={title} {...(note ? { note } : {})} aside={aside} />
      {products ? (
        <ProductGrid products={products} kind={kind} />
      ) : error ? (
        <ErrorRow title={t.rowFailed} note={t.failedNote} error={error} onRetry={onRetry} />
      ) : (
        <Waiting>
          <ProductGridBones count={4} kind={kind} />
        </Waiting>
      )}
    </section>
  );
}
