import type { Currency } from '@evenkeel/kernel';
import type { Locale } from '../shared/text.js';

/** An account that the demo seeds and shows at its sign-in page; a production configuration has none. */
export interface DemoAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: Locale;
  readonly currency: Currency;
}

const shopper = (name: string, locale: Locale): DemoAccount => ({
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@evenkeel.test`,
  password: 'evenkeel',
  locale,
  currency: locale === 'zh' ? 'CNY' : 'USD',
});

/** Shoppers with a history, for one-click sign-in. */
export const DEMO_SHOPPERS: readonly DemoAccount[] = [
  shopper('Mara Ellison', 'en'),
  shopper('Lin Wan', 'zh'),
  shopper('Tobias Reed', 'en'),
  shopper('Shen Yu', 'zh'),
  shopper('Priya Nair', 'en'),
  shopper('He Qing', 'zh'),
  shopper('Owen Hartley', 'en'),
  shopper('Su Mian', 'zh'),
  shopper('Ines Duarte', 'en'),
  shopper('Gao Feng', 'zh'),
  shopper('Kofi Mensah', 'en'),
  shopper('Tang Xi', 'zh'),
];

/** The one account of role operator that the demo seeds. */
export const DEMO_OPERATOR = {
  name: 'Operator',
  email: 'operator@evenkeel.test',
  password: 'operator',
} as const;
