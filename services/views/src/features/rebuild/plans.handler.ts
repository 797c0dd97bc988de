import type { ReadModel } from '@evenkeel/contracts';
import type { Clock } from '@evenkeel/kernel';
import type { Models } from '../../store/models.js';
import { OrderStore } from '../../store/order-store.js';
import { productStore } from '../../store/product-store.js';
import { walletStore } from '../../store/wallet-store.js';
import { ordersProjection } from '../orders/orders.projection.js';
import { productProjections } from '../products/products.projection.js';
import { dailySales } from '../sales/daily-sales.js';
import { walletProjection } from '../wallets/wallets.projection.js';
import { readOrders, readProducts, readWallets } from './read-owners.handler.js';
import type { Plan } from './rebuilder.handler.js';

export interface PlanParts {
  readonly clock: Clock;
  readonly ownerOf: (customerId: string) => string;
  /** The store that the followers of this process use. */
  readonly orders: OrderStore;
  readonly sales: ReturnType<typeof dailySales>;
}

/** How each read model is built. Nobody is told of it: what is built is what was there. */
export function plansOf({ clock, ownerOf, orders, sales }: PlanParts): Readonly<Record<ReadModel, Plan>> {
  const quietly = { clock, announce: () => Promise.resolve(), touched: () => undefined };
  // Revisions only grow: whoever remembers a document of the old collection must not take it for one of the new.
  const beside = (models: Models) => new OrderStore(models, Math.floor(clock.now() / 1_000));
  const daily: Plan = {
    collections: ['dailySales'],
    fill: (models) => dailySales(models).refresh(),
    follow: () => [],
    afterSwap: () => sales.forget(),
  };
  return {
    order: {
      collections: ['orders'],
      fill: (models, reading) => readOrders(reading, { store: beside(models), ownerOf }),
      follow: (models) => [ordersProjection({ ...quietly, store: beside(models), ownerOf })],
      afterSwap() {
        orders.forget();
        sales.forget();
      },
    },
    product: {
      collections: ['products', 'availability', 'reviews', 'ratings'],
      fill: (models, reading) => readProducts(reading, productStore(models)),
      follow: (models) => productProjections({ ...quietly, store: productStore(models) }),
      afterSwap: () => undefined,
    },
    customer: {
      collections: ['wallets', 'walletEntries'],
      fill: (models, reading) => readWallets(reading, walletStore(models)),
      follow: (models) => [walletProjection({ ...quietly, store: walletStore(models) })],
      afterSwap: () => undefined,
    },
    'daily-sales': daily,
  };
}
