import { useFormats, useTexts } from '../../i18n/i18n-context.js';
import { LiveDot } from '../../live/live-dot.js';
import type { VariantData } from './product.query.js';
import { productTexts } from './product.texts.js';
import { stockTicks } from './stock-ticks.js';

/** What is there of this variant, at this moment: a sentence and one tick a piece. */
export function StockLine({ variant }: { variant: VariantData }) {
  const t = useTexts(productTexts);
  const f = useFormats();
  const { stock } = variant;
  const left = variant.left ?? 0;
  const held = variant.held ?? 0;
  return (
    <div className="mt-6 border-y border-line pt-3.5 pb-3" data-testid="stock-line">
      <div className="flex items-center justify-between gap-3 text-small">
        <p role="status">
          <span className="font-strong">
            {stock === 'IN_STOCK' ? t.inStock : stock === 'LOW' ? t.left(f.number(left)) : t.soldOut}
          </span>
          {held > 0 && <span className="text-ink-2">{t.held(f.number(held))}</span>}
        </p>
        <LiveDot>{t.live}</LiveDot>
      </div>
      {stock !== 'IN_STOCK' && (left > 0 || held > 0) && <TickRow left={left} held={held} />}
      {stock === 'SOLD_OUT' && <p className="mt-2 text-small text-ink-2">{t.soldOutNote}</p>}
    </div>
  );
}

function TickRow({ left, held }: { left: number; held: number }) {
  const t = useTexts(productTexts);
  const { free, held: waiting, gone } = stockTicks(left, held);
  const ticks = [
    ...Array.from({ length: free }, () => 'bg-sea'),
    ...Array.from({ length: waiting }, () => 'hatch'),
    ...Array.from({ length: gone }, () => 'border-b-3 border-line'),
  ];
  return (
    <>
      <div
        role="img"
        aria-label={t.ticks(left, held)}
        className="mt-2.5 grid h-3.5 auto-cols-fr grid-flow-col gap-[3px] border-b border-rule"
      >
        {ticks.map((look, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tick is its place
          <i key={place} className={look} />
        ))}
      </div>
      <p aria-hidden="true" className="mt-2 flex gap-4 text-micro text-ink-3">
        <span>{t.solid}</span>
        {held > 0 && <span>{t.hatched}</span>}
      </p>
    </>
  );
}
