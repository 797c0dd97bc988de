import type { Locale } from '../../i18n/locale.js';
import type { DeliveryValues } from './draft.js';

const BLANK = { name: '', line1: '', line2: '', postalCode: '', city: '', region: '', phone: '' };

export function emptyAddress(locale: Locale): DeliveryValues {
  return { ...BLANK, country: locale === 'zh' ? 'CN' : 'US' };
}

/** Somebody invented, for those who only want to see how it goes on. */
export const EXAMPLE_ADDRESS: Record<Locale, DeliveryValues> = {
  en: {
    name: 'Mara Lindqvist',
    line1: '14 Harbour Row',
    line2: 'Apt 3',
    postalCode: '04101',
    city: 'Portland',
    region: 'ME',
    country: 'US',
    phone: '',
  },
  zh: {
    name: '林知夏',
    line1: '龙井路 14 号',
    line2: '3 室',
    postalCode: '310013',
    city: '杭州市',
    region: '浙江省',
    country: 'CN',
    phone: '',
  },
};
