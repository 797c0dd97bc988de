import { newId } from '@evenkeel/kernel';
import type { Behaviour } from '../behaviours.js';
import type { Charge, Refund } from '../charge.js';

export interface Token {
  readonly token: string;
  readonly behaviour: Behaviour;
  readonly usedBy: string | null;
  readonly expired: boolean;
}

/** Something that the merchant is to be told about a charge. */
export interface News {
  readonly id: string;
  readonly reference: string;
  readonly type: 'charge.pending' | 'charge.captured' | 'charge.declined';
  /** The charge as it stood when the news was made. */
  readonly charge: Charge;
  readonly copies: number;
  readonly delayMs: number;
}

/** The pages of the book that a batch touches, as they were read. */
export interface Pages {
  readonly charges: readonly Charge[];
  readonly tokens: readonly Token[];
  readonly refunds: readonly Refund[];
}

export interface Surroundings {
  /** By the database's clock. */
  readonly now: Date;
  readonly slowMs: number;
  /** Whether the tokens for testing are good. */
  readonly fixedTokens: boolean;
  /** Makes the bank's own reference for a charge or refund. */
  readonly newReference: () => string;
}

/** The bank's book within one batch: loaded once, changed in memory in order of arrival, written once. */
export class Book {
  readonly surroundings: Surroundings;
  readonly news: News[] = [];
  /** Faults that took effect, to be counted once the batch is committed. */
  readonly faults: Behaviour[] = [];
  readonly #charges: Map<string, Charge>;
  readonly #tokens: Map<string, Token>;
  readonly #refunds: Map<string, Refund>;
  readonly #loaded: Pages;

  constructor(pages: Pages, surroundings: Surroundings) {
    this.surroundings = surroundings;
    this.#loaded = pages;
    this.#charges = new Map(pages.charges.map((charge) => [charge.reference, charge]));
    this.#tokens = new Map(pages.tokens.map((token) => [token.token, token]));
    this.#refunds = new Map(pages.refunds.map((refund) => [refund.refundId, refund]));
  }

  charge = (reference: string): Charge | undefined => this.#charges.get(reference);
  token = (token: string): Token | undefined => this.#tokens.get(token);
  refund = (refundId: string): Refund | undefined => this.#refunds.get(refundId);

  putCharge(charge: Charge): Charge {
    this.#charges.set(charge.reference, charge);
    return charge;
  }

  putToken(token: Token): void {
    this.#tokens.set(token.token, token);
  }

  putRefund(refund: Refund): void {
    this.#refunds.set(refund.refundId, refund);
  }

  tell(news: Omit<News, 'id' | 'reference'>): void {
    this.news.push({ ...news, id: newId(), reference: news.charge.reference });
  }

  /** What must be written, keys sorted. */
  changes() {
    return {
      charges: split(this.#charges, this.#loaded.charges, 'reference'),
      tokens: split(this.#tokens, this.#loaded.tokens, 'token'),
      refunds: split(this.#refunds, this.#loaded.refunds, 'refundId').added,
    };
  }
}

function split<Key extends string, Page extends { readonly [K in Key]: string }>(
  pages: ReadonlyMap<string, Page>,
  loaded: readonly Page[],
  key: Key,
): { readonly added: Page[]; readonly changed: Page[] } {
  const before = new Map(loaded.map((page) => [page[key], page]));
  const touched = [...pages.values()].filter((page) => before.get(page[key]) !== page);
  touched.sort((a, b) => (a[key] < b[key] ? -1 : 1));
  return {
    added: touched.filter((page) => !before.has(page[key])),
    changed: touched.filter((page) => before.has(page[key])),
  };
}
