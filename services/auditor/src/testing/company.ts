import type { ActionOutput, AnyAction, Repaired, SearchPart, WalletPart } from '@evenkeel/contracts';
import type { CommandId } from '@evenkeel/kernel';
import type { House } from '@evenkeel/runtime';
import type { OrderFile } from '../difference.js';

const TODAY = '2026-03-01';

/** What an owner was asked to repair, and under which id. */
export interface Asked {
  readonly action: string;
  readonly input: object;
  readonly commandId: CommandId | undefined;
}

/** A company with one order, of which every owner says what the test wants; null for who does not know it. */
export class Company {
  file: OrderFile;
  readonly asked: Asked[] = [];
  /** Products that search finds, and that the catalogue does not have. */
  found: readonly SearchPart[] = [];
  /** Wallets that loyalty keeps, and that pages show. */
  wallets: readonly WalletPart[] = [];
  purses: readonly WalletPart[] = [];
  /** What the owner of a finding answers. */
  repaired: Repaired = { needed: true, from: 'this', to: 'that' };

  constructor(file: OrderFile) {
    this.file = file;
  }

  readonly call = ((action, input, options) => {
    // Whatever other tests left on the broker was committed by somebody.
    if (action.name.endsWith('.find-messages'))
      return Promise.resolve((input as { messageIds: string[] }).messageIds as ActionOutput<typeof action>);
    const answer = this.#answer(action.name, input as { readonly date?: string });
    if (answer !== undefined) return Promise.resolve(answer as ActionOutput<typeof action>);
    if (action.kind === 'query')
      return Promise.reject(new Error(`Nobody answers ${action.name} in this test`));
    this.asked.push({ action: action.name, input: input as object, commandId: options?.commandId });
    return Promise.resolve(this.repaired as ActionOutput<typeof action>);
  }) as <A extends AnyAction>(
    action: A,
    input: Parameters<House['call']>[1],
    options?: Parameters<House['call']>[2],
  ) => Promise<ActionOutput<A>>;

  #answer(name: string, { date }: { readonly date?: string }): object | undefined {
    const { orderId, order, stock, payment, ledger, points, view, settlement } = this.file;
    const list = (items: readonly object[]) => ({ items, cursors: [], next: null });
    const page = (part: object | null) => list(part ? [part] : []);
    const lines = settlement.map(({ ageSeconds, ...line }, i) => ({
      ...line,
      line: i + 1,
      orderId,
      at: new Date(Date.now() - ageSeconds * 1_000).toISOString(),
    }));
    return {
      'order.list-order-parts': page(order),
      'inventory.list-order-parts': page(stock),
      'payment.list-order-parts': page(payment),
      'finance.list-order-parts': page(ledger),
      'loyalty.list-order-parts': page(points),
      'views.list-order-parts': page(view),
      'catalog.list-products': list([]),
      'catalog.list-reviews': list([]),
      'inventory.list-stock': list([]),
      'search.list-product-parts': list(this.found),
      'views.list-product-parts': list([]),
      'loyalty.list-accounts': list(this.wallets),
      'views.list-wallet-parts': list(this.purses),
      'order.list-sold-days': { days: [], next: null },
      'views.list-sales-days': list([]),
      'payment.get-first-day': { first: TODAY, today: TODAY },
      'payment.list-settlement': { lines: date === TODAY ? lines : [], next: null },
    }[name];
  }
}
