import { plural } from '../../i18n/plural.js';
import { texts } from '../../i18n/texts.js';

export const confirmedTexts = texts(
  {
    title: 'It is yours',
    thanks: (name: string, email: string) =>
      `Thank you, ${name}. News of it go to ${email}, and it will be at your door in two to four working days.`,
    seeOrder: 'Follow the order',
    keepLooking: 'Keep looking around',
    paid: 'Paid once',
    points: (n: number, said: string) => `${said} ${plural(n, 'point', 'points')} are yours with it.`,
    guest: 'With an account this order would have earned points, and the next one will.',
    makeAccount: 'Make one',
    things: 'What is coming',
    next: 'What happens now',
  },
  {
    title: '归你了',
    thanks: (name, email) => `谢谢你，${name}。进展会发到 ${email}，两到四个工作日送达。`,
    seeOrder: '跟着订单走',
    keepLooking: '继续逛逛',
    paid: '已付一次',
    points: (_n, said) => `这一单得到 ${said} 积分。`,
    guest: '有了账户，下一单就能累积积分。',
    makeAccount: '注册一个',
    things: '即将到来的',
    next: '接下来',
  },
);
