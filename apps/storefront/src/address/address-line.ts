import type { Locale } from '../i18n/locale.js';

interface Address {
  readonly name: string;
  readonly line1: string;
  readonly line2?: string | null;
  readonly city: string;
  readonly region?: string | null;
  readonly postalCode: string;
}

/** An address on one line, in the order of its language. */
export function addressLine(
  { name, line1, line2, city, region, postalCode }: Address,
  locale: Locale,
): string {
  if (locale === 'zh')
    return `${name}，${[`${region ?? ''}${city}${line1}`, line2].filter(Boolean).join(' ')}，${postalCode}`;
  const place = [city, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [name, line1, line2, place].filter(Boolean).join(', ');
}
