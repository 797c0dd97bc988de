/** The demo bank's cards: what each of them does is decided by the bank, not here. */
export const TEST_CARDS = [
  { key: 'success', number: '4242424242424242' },
  { key: 'declined', number: '4000000000000002' },
  { key: 'slow', number: '4000000000000077' },
  { key: 'callbackLost', number: '4000000000000341' },
  { key: 'silence', number: '4000000000009995' },
] as const;

export type TestCard = (typeof TEST_CARDS)[number];

/** 4242424242424242 → "4242 4242 4242 4242"; anything but digits falls away. */
export function groupedCard(number: string): string {
  return number
    .replace(/\D/g, '')
    .slice(0, 19)
    .replace(/(\d{4})(?=\d)/g, '$1 ');
}

/** "1229" → "12 / 29", as it is typed. */
export function groupedExpiry(text: string): string {
  const digits = text.replace(/\D/g, '').slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
}

/** A date on which the demo cards are still good. */
export function expiryFor(now: Date): string {
  return `12 / ${String((now.getFullYear() + 3) % 100).padStart(2, '0')}`;
}

/** The check digit that every card number ends in. */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 12) return false;
  const sum = [...digits].reverse().reduce((total, letter, place) => {
    const digit = Number(letter) * (place % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

/** Reads "12 / 29"; undefined where it is no month or lies in the past. */
export function readExpiry(text: string, now: Date): { month: number; year: number } | undefined {
  const [, mm, yy] = /^(\d{2})\D*(\d{2})$/.exec(text.trim()) ?? [];
  if (!mm || !yy) return undefined;
  const month = Number(mm);
  const year = 2000 + Number(yy);
  const over = year < now.getFullYear() || (year === now.getFullYear() && month < now.getMonth() + 1);
  return month < 1 || month > 12 || over ? undefined : { month, year };
}
