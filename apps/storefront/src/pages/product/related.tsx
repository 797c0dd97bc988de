import { useQuery } from 'urql';
import { useTexts } from '../../i18n/i18n-context.js';
import { ProductGrid } from '../../product/product-grid.js';
import { isWide } from '../../product/wide.js';
import { ErrorRow } from '../../ui/error-row.js';
import { SectionHead } from '../../ui/section-head.js';
import { RelatedQuery } from './product.query.js';
import { productTexts } from './product.texts.js';

/** Others of its department; may fail alone. */
export function Related({ slug }: { slug: string }) {
  const t = useTexts(productTexts);
  const [{ data, error }, again] = useQuery({ query: RelatedQuery, variables: { slug, wide: isWide() } });
  const products = data?.product?.related;
  if (products?.length === 0 || (!products && !error)) return null;
  return (
    <section aria-labelledby="related" className="pt-12 md:pt-16">
      <SectionHead id="related" title={t.related} />
      {products ? (
        <ProductGrid products={products} kind="rail" />
      ) : (
        error && (
          <ErrorRow
            title={t.relatedFailed}
            note={t.failedNote}
            error={error}
            onRetry={() => again({ requestPolicy: 'network-only' })}
          />
        )
      )}
    </section>
  );
}
