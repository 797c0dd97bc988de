export interface Card {
  readonly number: string;
  readonly month: number;
  readonly year: number;
  readonly cvc: string;
}

export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: string }
  /** The bank does not take this card's details. */
  | { readonly kind: 'refused' }
  /** No answer: nothing has happened, it can be tried again. */
  | { readonly kind: 'unreachable' };

/** The address of the bank, as the gateway wrote it into the page. */
export function bankUrl(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="bank-url"]')?.content.replace(/\/$/, '') ?? '';
}

/** Gives the card to the bank and gets a token that can be used once. The shop never sees the number. */
export async function tokenize(card: Card): Promise<TokenAnswer> {
  try {
    const response = await fetch(`${bankUrl()}/tokens`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: card.number, expMonth: card.month, expYear: card.year, cvc: card.cvc }),
    });
    if (response.status >= 400 && response.status < 500) return { kind: 'refused' };
    const answer = (await response.json()) as { token?: unknown };
    return typeof answer.token === 'string'
      ? { kind: 'token', token: answer.token }
      : { kind: 'unreachable' };
  } catch {
    return { kind: 'unreachable' };
  }
}
