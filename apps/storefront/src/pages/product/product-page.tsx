import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { useTexts } from '../../i18n/i18n-context.js';
import { noteSeen } from '../../seen/seen.js';
import { Crumbs } from '../../ui/crumbs.js';
import { ErrorPage } from '../../ui/error-page.js';
import { PageTitle } from '../../ui/page-title.js';
import { ProductPending } from '../pending.js';
import { BuyBox } from './buy-box.js';
import { openingVariant } from './choice.js';
import { Gallery } from './gallery.js';
import { type ProductData, ProductQuery } from './product.query.js';
import { productTexts } from './product.texts.js';
import { Related } from './related.js';
import { Reviews } from './reviews.js';
import { Story } from './story.js';
import { useLiveStock } from './use-live-stock.js';

/** Few come to a thing that is gone. */
const NoProduct = lazy(() => import('./no-product.js'));

const route = getRouteApi('/shell/products/$slug');

export default function ProductPage() {
  const t = useTexts(productTexts);
  const { slug } = route.useParams();
  const [{ data, error }, again] = useQuery({ query: ProductQuery, variables: { slug } });
  if (data?.product) return <Loaded key={slug} product={data.product} />;
  if (data && !error) return <NoProduct />;
  if (!error) return <ProductPending />;
  return (
    <ErrorPage
      title={t.failed}
      note={t.failedNote}
      error={error}
      onRetry={() => again({ requestPolicy: 'network-only' })}
    />
  );
}

function Loaded({ product }: { product: ProductData }) {
  const { slug, title, department, variants, pictures } = product;
  const { sku } = route.useSearch();
  const navigate = route.useNavigate();
  const variant = openingVariant(variants, sku);
  const own = variant?.picture?.key ?? pictures[0]?.key ?? '';
  const [looking, setLooking] = useState({ of: own, at: own });
  if (looking.of !== own) setLooking({ of: own, at: own });
  useLiveStock(product.id, slug);
  useEffect(() => noteSeen(slug), [slug]);
  if (!variant) return <NoProduct />;

  return (
    <div className="wrap">
      <PageTitle>{title}</PageTitle>
      <Crumbs
        trail={[
          <Link key="department" to="/shop" search={{ department: [department.key] }}>
            {department.label}
          </Link>,
        ]}
        here={title}
      />
      <div className="grid items-start md:grid-cols-[7fr_5fr] md:gap-[clamp(32px,5vw,72px)] md:pt-2">
        <Gallery pictures={pictures} shown={looking.at} onShow={(at) => setLooking({ of: own, at })} />
        <BuyBox
          product={product}
          variant={variant}
          onChoose={(next) => void navigate({ search: { sku: next.sku }, replace: true, resetScroll: false })}
        />
      </div>
      <Story product={product} />
      <Reviews product={product} />
      <Related slug={slug} />
    </div>
  );
}
