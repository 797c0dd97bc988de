export const LOCALES = ['en', 'zh'] as const;
/** The languages the shop speaks. */
export type Locale = (typeof LOCALES)[number];

/** BCP 47 tag for `Intl` and for the `lang` attribute. */
export const LANGUAGE_TAG = { en: 'en-US', zh: 'zh-CN' } as const satisfies Record<Locale, string>;

/** English dates are written day first, as the house does everywhere. */
export const DATE_TAG = { en: 'en-GB', zh: 'zh-CN' } as const satisfies Record<Locale, string>;

const STORAGE_KEY = 'evenkeel.locale';

export function isLocale(value: unknown): value is Locale {
  return value === 'en' || value === 'zh';
}

/** What the shopper chose before, or what the browser asks for. The server judges a new visitor by the same header. */
export function initialLocale(): Locale {
  const stored = localStorage.getItem(STORAGE_KEY);
  if (isLocale(stored)) return stored;
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

/** Remembers the language for the next visit, so that its first frame is already right. */
export function rememberLocale(locale: Locale): void {
  localStorage.setItem(STORAGE_KEY, locale);
}
