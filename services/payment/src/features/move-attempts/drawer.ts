import type { AttemptId, OrderId, RefundId } from '@evenkeel/kernel';
import { type Attempt, blocksAnother, type Refund } from '../../attempt.js';

export interface Loaded {
  readonly attempts: readonly Attempt[];
  readonly refunds: readonly Refund[];
  readonly webhooks: readonly string[];
}

/** The attempts and refunds of a batch, in memory: changed in order of arrival, written once. */
export class Drawer {
  readonly attempts: Map<AttemptId, Attempt>;
  readonly refunds: Map<RefundId, Refund>;
  readonly #newWebhooks = new Set<string>();
  readonly #before: Loaded;
  readonly #webhooks: Set<string>;

  constructor(loaded: Loaded) {
    this.#before = loaded;
    this.attempts = new Map(loaded.attempts.map((attempt) => [attempt.attemptId, attempt]));
    this.refunds = new Map(loaded.refunds.map((refund) => [refund.refundId, refund]));
    this.#webhooks = new Set(loaded.webhooks);
  }

  /** The attempt of an order beside which no other may begin. */
  blockerOf(orderId: OrderId): Attempt | undefined {
    return [...this.attempts.values()].find((one) => one.orderId === orderId && blocksAnother(one));
  }

  knowsWebhook = (id: string): boolean => this.#webhooks.has(id);

  takeWebhook(id: string): void {
    this.#webhooks.add(id);
    this.#newWebhooks.add(id);
  }

  changes() {
    const attemptsWere = new Map(this.#before.attempts.map((attempt) => [attempt.attemptId, attempt]));
    const refundsWere = new Map(this.#before.refunds.map((refund) => [refund.refundId, refund]));
    const attempts = [...this.attempts.values()];
    const refunds = [...this.refunds.values()];
    return {
      newAttempts: attempts.filter((attempt) => !attemptsWere.has(attempt.attemptId)),
      changedAttempts: attempts.filter((attempt) => {
        const before = attemptsWere.get(attempt.attemptId);
        return before !== undefined && before !== attempt;
      }),
      newRefunds: refunds.filter((refund) => !refundsWere.has(refund.refundId)),
      changedRefunds: refunds.filter((refund) => {
        const before = refundsWere.get(refund.refundId);
        return before !== undefined && before !== refund;
      }),
      newWebhooks: [...this.#newWebhooks],
    };
  }
}
