import type { OrderId } from '@evenkeel/kernel';
import type { Order } from './order.js';

/** Those who wait for what becomes of an order, and are woken by its change. */
export class Waiters {
  readonly #waiting = new Map<OrderId, Set<(order: Order) => void>>();

  /** Tells the waiting ones of these orders. */
  wake(orders: readonly Order[]): void {
    for (const order of orders) {
      for (const resolve of this.#waiting.get(order.facts.orderId) ?? []) resolve(order);
    }
  }

  /** Resolves with the order as soon as `until` holds for it, or with null after `ms`. */
  wait(orderId: OrderId, ms: number, until: (order: Order) => boolean): Promise<Order | null> {
    return new Promise((resolve) => {
      const mine = this.#waiting.get(orderId) ?? new Set();
      this.#waiting.set(orderId, mine);
      const finish = (order: Order | null) => {
        clearTimeout(timer);
        mine.delete(look);
        if (mine.size === 0) this.#waiting.delete(orderId);
        resolve(order);
      };
      const look = (order: Order) => {
        if (until(order)) finish(order);
      };
      const timer = setTimeout(() => finish(null), ms);
      mine.add(look);
    });
  }

  /** Orders that somebody waits for. */
  ids(): OrderId[] {
    return [...this.#waiting.keys()];
  }
}
