import { LANGUAGE_TAG, type Locale } from '../../i18n/locale.js';

/** Where the house delivers to, as ISO 3166-1 alpha-2. */
const CODES = [
  'AT',
  'AU',
  'BE',
  'CA',
  'CH',
  'CN',
  'CZ',
  'DE',
  'DK',
  'ES',
  'FI',
  'FR',
  'GB',
  'HK',
  'IE',
  'IT',
  'JP',
  'KR',
  'LU',
  'MO',
  'MY',
  'NL',
  'NO',
  'NZ',
  'PL',
  'PT',
  'SE',
  'SG',
  'TW',
  'US',
] as const;

/** The countries by their names in one language, in its order. */
export function countries(locale: Locale): { code: string; name: string }[] {
  const tag = LANGUAGE_TAG[locale];
  const names = new Intl.DisplayNames(tag, { type: 'region' });
  return CODES.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) =>
    a.name.localeCompare(b.name, tag),
  );
}
