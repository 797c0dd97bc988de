import type { AttemptId, OrderId, RefundId } from '@evenkeel/kernel';
import { type Attempt, isOpen, type Refund } from '../../attempt.js';

export interface Loaded {
  readonly attempts: readonly Attempt[];
  readonly refunds: readonly Refund[];
  readonly webhooks: readonly string[];
}

/** The attempts and refunds of a batch, in memory: changed in order of arrival, written once. */
export class Drawer {
  readonly attempts: Map<AttemptId, Attempt>;
  readonly refunds: Map<RefundId, Refund>;
  readonly newWebhooks = new Set<string>();
  readonly #before: Loaded;
  readonly #webhooks: Set<string>;

  constructor(loaded: Loaded) {
    this.#before = loaded;
    this.attempts = new Map(loaded.attempts.map((attempt) => [attempt.attemptId, attempt]));
    this.refunds = new Map(loaded.refunds.map((refund) => [refund.refundId, refund]));
    this.#webhooks = new Set(loaded.webhooks);
  }

  openOf(orderId: OrderId): Attempt | undefined {
    return [...this.attempts.values()].find((attempt) => attempt.orderId === orderId && isOpen(attempt));
  }

  /** False for a callback that was taken before. */
  takeWebhook(id: string): boolean {
    if (this.#webhooks.has(id)) return false;
    this.#webhooks.add(id);
    this.newWebhooks.add(id);
    return true;
  }

  changes() {
    const attemptsWere = new Map(this.#before.attempts.map((attempt) => [attempt.attemptId, attempt]));
    const refundsWere = new Map(this.#before.refunds.map((refund) => [refund.refundId, refund]));
    const attempts = [...this.attempts.values()];
    const refunds = [...this.refunds.values()];
    return {
      newAttempts: attempts.filter((attempt) => !attemptsWere.has(attempt.attemptId)),
      changedAttempts: attempts.flatMap((attempt) => {
        const before = attemptsWere.get(attempt.attemptId);
        return before && before !== attempt ? [{ attempt, before }] : [];
      }),
      newRefunds: refunds.filter((refund) => !refundsWere.has(refund.refundId)),
      changedRefunds: refunds.filter((refund) => {
        const before = refundsWere.get(refund.refundId);
        return before !== undefined && before !== refund;
      }),
    };
  }
}
