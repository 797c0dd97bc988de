import { createContext, type ReactNode, use } from 'react';
import { type Formats, formatsFor } from './formats.js';
import type { Locale } from './locale.js';
import type { Texts, Translated } from './texts.js';

const LocaleContext = createContext<Locale>('en');

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

export function useLocale(): Locale {
  return use(LocaleContext);
}

/** The words of one part of the shop in the shopper's language. */
export function useTexts<T>(both: Texts<T>): Translated<T> {
  return both[use(LocaleContext)];
}

export function useFormats(): Formats {
  return formatsFor(use(LocaleContext));
}
