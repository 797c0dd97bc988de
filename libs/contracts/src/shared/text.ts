import { z } from 'zod';

/** The languages of both faces. */
export const LOCALES = ['en', 'zh'] as const;
export const locale = z.enum(LOCALES);
export type Locale = z.infer<typeof locale>;

/** A text in both languages; neither may be missing. */
export const localized = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
export type Localized = z.infer<typeof localized>;
