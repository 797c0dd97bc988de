import type { Locale } from '@evenkeel/contracts';
import type { Currency } from '@evenkeel/kernel';

/** Language and currency of a new guest, by the first language of the browser that we speak. */
export function preferencesOf(acceptLanguage: string | undefined): { locale: Locale; currency: Currency } {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.split('-')[0], weight: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter(({ language, weight }) => (language === 'en' || language === 'zh') && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'zh' ? { locale: 'zh', currency: 'CNY' } : { locale: 'en', currency: 'USD' };
}
