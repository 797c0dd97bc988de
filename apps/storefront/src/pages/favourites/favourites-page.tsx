import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { OtherShelves } from '../../departments/other-shelves.js';
import { useFavourites } from '../../favourites/favourites.js';
import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { texts } from '../../i18n/texts.js';
import { SLOTS } from '../../product/by-slug.query.js';
import { ProductGrid, ProductGridBones } from '../../product/product-grid.js';
import { useProductsBySlug } from '../../product/use-products-by-slug.js';
import { buttonClass } from '../../ui/button.js';
import { ErrorRow } from '../../ui/error-row.js';
import { Mark } from '../../ui/mark.js';
import { PageTitle } from '../../ui/page-title.js';
import { RowState } from '../../ui/row-state.js';
import { Waiting } from '../../ui/skeleton.js';

const favouritesTexts = texts(
  {
    title: 'Favourites',
    empty: 'Nothing kept yet',
    emptyNote: 'Press the heart on a thing, and it waits here, in this browser.',
    shop: 'Look around',
    failed: 'Some of them are not answering',
    failedNote: 'They are still kept. We try again in a few seconds.',
  },
  {
    title: '收藏',
    empty: '还没有收藏',
    emptyNote: '点一下商品上的心，它就会留在这里（保存在此浏览器）。',
    shop: '随便看看',
    failed: '有几件没有回应',
    failedNote: '它们仍在收藏里，几秒后我们会再试。',
  },
);

/** What this browser keeps. A thing that is taken out stays in sight until one leaves, so it can be put back. */
export default function FavouritesPage() {
  const t = useTexts(favouritesTexts);
  const f = useFormats();
  const kept = useFavourites();
  const [shown] = useState(kept);
  const handfuls = Array.from({ length: Math.ceil(shown.length / SLOTS) }, (_, n) =>
    shown.slice(n * SLOTS, (n + 1) * SLOTS),
  );
  return (
    <div className="wrap pt-8">
      <PageTitle>{t.title}</PageTitle>
      <h1 className="mb-6 text-1">
        {t.title}{' '}
        {kept.length > 0 && (
          <span className="font-plain text-ink-3 tabular-nums">{f.number(kept.length)}</span>
        )}
      </h1>
      {shown.length === 0 && (
        <>
          <RowState
            icon={<Mark className="w-14" />}
            title={t.empty}
            action={
              <Link to="/shop" className={buttonClass('quiet', 'small')}>
                {t.shop}
              </Link>
            }
          >
            {t.emptyNote}
          </RowState>
          <OtherShelves className="mt-12" />
        </>
      )}
      <div className="grid gap-8">
        {handfuls.map((slugs) => (
          <Handful key={slugs.join()} slugs={slugs} />
        ))}
      </div>
    </div>
  );
}

function Handful({ slugs }: { slugs: readonly string[] }) {
  const t = useTexts(favouritesTexts);
  const { products, error, again } = useProductsBySlug(slugs);
  if (products) return <ProductGrid products={products} kind="three" />;
  if (error) return <ErrorRow title={t.failed} note={t.failedNote} error={error} onRetry={again} />;
  return (
    <Waiting>
      <ProductGridBones count={slugs.length} kind="three" />
    </Waiting>
  );
}
