/** A payment that was decided on but not answered yet; it lives as long as the tab, reloads included. */
export interface PendingPayment {
  readonly token: string;
  readonly key: string;
  readonly lastDigits: string;
}

const name = (orderNumber: string) => `evenkeel.payment.${orderNumber}`;

export function keepPayment(orderNumber: string, token: string, lastDigits: string): void {
  const payment: PendingPayment = { token, key: crypto.randomUUID(), lastDigits };
  sessionStorage.setItem(name(orderNumber), JSON.stringify(payment));
}

/** Reads what was kept; anything else is no payment. */
export function readPayment(stored: string | null): PendingPayment | null {
  if (stored === null) return null;
  try {
    const value = JSON.parse(stored) as Partial<PendingPayment> | null;
    const { token, key, lastDigits } = value ?? {};
    return typeof token === 'string' && typeof key === 'string' && typeof lastDigits === 'string'
      ? { token, key, lastDigits }
      : null;
  } catch {
    return null; // not ours: the shopper is asked for a card again, which charges nothing twice
  }
}

export function pendingPayment(orderNumber: string): PendingPayment | null {
  return readPayment(sessionStorage.getItem(name(orderNumber)));
}

/** The payment was answered. */
export function forgetPayment(orderNumber: string): void {
  sessionStorage.removeItem(name(orderNumber));
}
