import type { CartData } from './cart.query.js';
import { CartLineRow } from './cart-line-row.js';
import { CartUndoRow } from './cart-undo-row.js';
import { cartRows } from './removed-lines.js';
import { endOffer, offerUndo, useRemovedLines } from './removed-lines-store.js';

type Props = {
  cart: CartData;
  setLine: (sku: string, quantity: number) => Promise<string | null>;
  onFollow?: (() => void) | undefined;
};

/** The lines of the basket and, in their old places, those that can still come back. */
export function CartRows({ cart, setLine, onFollow }: Props) {
  const removed = useRemovedLines();
  return (
    <ul>
      {cartRows(cart.lines, removed).map((row) => {
        if (row.kind === 'removed') {
          const { sku, quantity } = row.removed;
          const undo = () => void setLine(sku, quantity).then((refused) => refused === null && endOffer(sku));
          return <CartUndoRow key={sku} removed={row.removed} onUndo={undo} />;
        }
        const { sku, title, quantity } = row.line;
        const remove = () => {
          const place = cart.lines.findIndex((line) => line.sku === sku);
          void setLine(sku, 0).then(
            (refused) => refused === null && offerUndo({ sku, title, quantity, place }),
          );
        };
        return (
          <CartLineRow
            key={sku}
            line={row.line}
            notices={cart.notices.filter((notice) => notice.sku === sku)}
            onQuantity={(wanted) => setLine(sku, wanted)}
            onRemove={remove}
            onFollow={onFollow}
          />
        );
      })}
    </ul>
  );
}
