import { Link } from '@tanstack/react-router';
import { CartNotice } from '../../cart/cart-notice.js';
import { FavouriteButton } from '../../favourites/favourite-button.js';
import { useTexts } from '../../i18n/i18n-context.js';
import { Button } from '../../ui/button.js';
import type { ProductData, VariantData } from './product.query.js';
import { productTexts } from './product.texts.js';
import { StickyBuy } from './sticky-buy.js';
import { useAddToBasket } from './use-add-to-basket.js';
import { useInView } from './use-in-view.js';

/** The one thing to do here; on a phone it follows as a bar when it has scrolled away. */
export function BuyActions({ product, variant }: { product: ProductData; variant: VariantData }) {
  const t = useTexts(productTexts);
  const { state, add } = useAddToBasket(variant.sku);
  const { ref, inView } = useInView<HTMLDivElement>();
  const soldOut = variant.stock === 'SOLD_OUT';
  const button = (
    <Button
      look="primary"
      className="flex-1"
      inert={soldOut || state.kind === 'adding'}
      onClick={() => void add()}
    >
      {soldOut ? t.soldOut : state.kind === 'adding' ? t.adding : t.add}
    </Button>
  );
  return (
    <>
      <div ref={ref} className="mt-6 flex gap-2">
        {button}
        <FavouriteButton
          slug={product.slug}
          title={product.title}
          className="h-12! w-12! border border-rule hover:border-ink"
        />
      </div>
      <div role="status" className="text-small">
        {state.kind === 'added' && (
          <p className="mt-3">
            {t.added}{' '}
            <Link to="/cart" className="link font-strong">
              {t.openBasket}
            </Link>
          </p>
        )}
      </div>
      {state.kind === 'refused' && <CartNotice kind="refused">{state.message}</CartNotice>}
      {!inView && (
        <StickyBuy variant={variant} added={state.kind === 'added'}>
          {button}
        </StickyBuy>
      )}
    </>
  );
}
