import {
  type AnyMessage,
  type MessageData,
  productPublished,
  reserveStock,
  stockRefused,
  stockReserved,
  subscription,
} from '@evenkeel/contracts';
import { type CorrelationId, type Envelope, newId, type OrderId, systemClock } from '@evenkeel/kernel';
import { newMessage, projects, publishPlain, startPlainMessaging } from '@evenkeel/messaging';
import { newOrderId, productOf } from '@evenkeel/testing';
import { Refused } from '../load/ends.js';
import { type BusSeat, takeSeat } from './bus-context.js';

/** The product that everybody wants. */
export const HOT_SKU = 'HOT-1';
/** More than anybody can reserve in the time. */
const PLENTY = 100_000_000;
const HOLD_SECONDS = 900;

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

/** Many orders for one product, asked for as the order service asks: durable commands, answered by events. */
export class Crowd {
  readonly #seat: BusSeat;
  readonly #waiting = new Map<OrderId, Waiting>();
  #unsent: Envelope[] = [];
  #reserved = 0;

  private constructor(seat: BusSeat) {
    this.#seat = seat;
  }

  /** Puts the product on the shelf and listens for answers. */
  static async gather(natsUrl: string): Promise<Crowd> {
    const seat = await takeSeat(natsUrl, 'bench');
    const crowd = new Crowd(seat);
    await startPlainMessaging(seat.context, {
      subscriptions: [subscription('bench__reservations', 'commutative', [stockReserved, stockRefused])],
      handlers: [projects([stockReserved, stockRefused], async (batch) => crowd.#hear(batch))],
      isOutage: () => false,
      linger: { thickMs: 0 },
    });
    const product = productOf({ variants: [{ sku: HOT_SKU, openingStock: PLENTY }] });
    await publishPlain(seat.context, [message(productPublished, product.id, product)]);
    return crowd;
  }

  /** How many were answered with yes so far. */
  get reserved(): number {
    return this.#reserved;
  }

  /** One order for one piece; resolves when it is heard that it is held, and throws when it is refused. */
  reserve(): Promise<void> {
    const orderId = newOrderId();
    const data = { orderId, round: 1, lines: [{ sku: HOT_SKU, quantity: 1 }], holdSeconds: HOLD_SECONDS };
    // What was asked for in one turn of the loop is one stream message, as from one transaction of the order service.
    if (this.#unsent.length === 0) setImmediate(() => this.#send());
    this.#unsent.push(message(reserveStock, orderId, data as MessageData<typeof reserveStock>));
    return new Promise((resolve, reject) => this.#waiting.set(orderId, { resolve, reject }));
  }

  leave(): Promise<void> {
    return this.#seat.leave();
  }

  #send(): void {
    const sending = this.#unsent;
    this.#unsent = [];
    publishPlain(this.#seat.context, sending).catch((error: Error) => {
      for (const { aggregateId } of sending) this.#take(aggregateId)?.reject(error);
    });
  }

  #hear(answers: readonly { readonly type: string; readonly data: { readonly orderId: OrderId } }[]): void {
    for (const { type, data } of answers) {
      const waiting = this.#take(data.orderId);
      if (type === stockReserved.type) {
        this.#reserved += 1;
        waiting?.resolve();
      } else waiting?.reject(new Refused('the hot product was refused'));
    }
  }

  #take(orderId: string): Waiting | undefined {
    const waiting = this.#waiting.get(orderId as OrderId);
    this.#waiting.delete(orderId as OrderId);
    return waiting;
  }
}

function message<D extends AnyMessage>(definition: D, aggregateId: string, data: MessageData<D>): Envelope {
  const cause = { id: null, correlationId: newId<CorrelationId>(), traceparent: null };
  return newMessage(definition, { aggregateId, aggregateVersion: 1, data }, { cause, clock: systemClock });
}
