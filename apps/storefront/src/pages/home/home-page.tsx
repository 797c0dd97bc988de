import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import Bench from '../../departments/bench.js';
import { BenchBones } from '../../departments/bench-bones.js';
import { useFrameIsComing } from '../../graphql/first-page.js';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { useProductsBySlug } from '../../product/use-products-by-slug.js';
import { isWide } from '../../product/wide.js';
import { useSeen } from '../../seen/seen.js';
import { ErrorRow } from '../../ui/error-row.js';
import { PageTitle } from '../../ui/page-title.js';
import { SectionHead } from '../../ui/section-head.js';
import { Hero } from './hero.js';
import { HomeQuery, HouseQuery, NewestQuery, PopularQuery } from './home.query.js';
import { homeTexts } from './home.texts.js';
import { Makers } from './makers.js';
import { ProductRow } from './product-row.js';

const network = { requestPolicy: 'network-only' } as const;

export default function HomePage() {
  const t = useTexts(homeTexts);
  const f = useFormats();
  const variables = { wide: isWide() };
  // The first page of a visit is on its way with the frame's data; asked for alone it would be another request.
  const coming = useFrameIsComing();
  const [{ fetching }] = useQuery({ query: HomeQuery, variables, pause: coming });
  const pause = coming || fetching;
  const [house, askHouse] = useQuery({ query: HouseQuery, pause });
  const [popular, askPopular] = useQuery({ query: PopularQuery, variables, pause });
  const [newest, askNewest] = useQuery({ query: NewestQuery, variables, pause });
  const seen = useProductsBySlug(useSeen());
  const shelves = house.data?.products;
  return (
    <>
      <PageTitle>{t.title}</PageTitle>
      <Hero pause={pause} />
      <section aria-labelledby="departments" className="wrap pt-12 md:pt-16">
        <SectionHead id="departments" title={t.departments} />
        {shelves ? (
          <Bench departments={shelves.facets.departments} />
        ) : house.error ? (
          <ErrorRow
            title={t.houseFailed}
            note={t.failedNote}
            error={house.error}
            onRetry={() => askHouse(network)}
          />
        ) : (
          <BenchBones />
        )}
      </section>
      <ProductRow
        title={t.popular}
        note={t.popularNote}
        aside={
          <Link to="/shop" className="link flex min-h-11 items-center text-small whitespace-nowrap">
            {shelves ? t.all(f.number(shelves.totalCount)) : t.allPlain}
          </Link>
        }
        products={popular.data?.products.nodes}
        error={popular.error}
        onRetry={() => askPopular(network)}
      />
      <ProductRow
        title={t.newest}
        note={t.newestNote}
        products={newest.data?.products.nodes}
        error={newest.error}
        onRetry={() => askNewest(network)}
      />
      {seen.products && (
        <ProductRow
          title={t.seen}
          kind="seen"
          products={seen.products}
          error={seen.error}
          onRetry={seen.again}
        />
      )}
      {shelves && <Makers brands={shelves.facets.brands} />}
    </>
  );
}
