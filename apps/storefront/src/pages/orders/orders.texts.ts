import { plural } from '../../i18n/plural.js';
import { texts } from '../../i18n/texts.js';

export const ordersTexts = texts(
  {
    title: 'Orders',
    things: (n: number, said: string) => `${said} ${plural(n, 'thing', 'things')}`,
    empty: 'No orders yet',
    emptyNote: 'What you order, as a guest or signed in, can be followed here.',
    guestNote: 'Orders of this browser. Sign in to see all of yours.',
    signIn: 'Sign in',
    shop: 'Look around',
    more: 'Earlier orders',
    failed: 'Your orders are not answering',
    failedNote: 'They are safe. We try again in a few seconds.',
    open: (number: string) => `Open order ${number}`,
  },
  {
    title: '订单',
    things: (_n, said) => `${said} 件`,
    empty: '还没有订单',
    emptyNote: '无论访客还是登录，下单后都可以在这里跟进。',
    guestNote: '这是此浏览器的订单。登录后可查看全部。',
    signIn: '登录',
    shop: '随便看看',
    more: '更早的订单',
    failed: '订单没有回应',
    failedNote: '它们都在，几秒后我们会再试。',
    open: (number) => `打开订单 ${number}`,
  },
);
