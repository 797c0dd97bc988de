import { lazy, Suspense, useState } from 'react';
import { useCartDrawer } from './cart-drawer-state.js';

const load = () => import('./cart-drawer.js');
const CartDrawer = lazy(load);

/** The hand is on its way to the basket. */
export function preloadCartDrawer(): void {
  void load();
}

/** Where the drawer appears; its code comes when somebody opens it for the first time. */
export function CartDrawerSlot() {
  const open = useCartDrawer();
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  return (
    wanted && (
      <Suspense fallback={null}>
        <CartDrawer />
      </Suspense>
    )
  );
}
