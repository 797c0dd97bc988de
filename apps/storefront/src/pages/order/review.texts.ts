import { plural } from '../../i18n/plural.js';
import { texts } from '../../i18n/texts.js';

export const reviewTexts = texts(
  {
    write: 'Write a review',
    writeOf: (title: string) => `Write a review of ${title}`,
    stars: 'How many stars',
    star: (n: number) => plural(n, '1 star', `${n} stars`),
    title: 'In one line',
    body: 'What you would tell a friend',
    send: 'Publish it',
    never: 'Not now',
    thanks: 'Thank you. It stands on the page of the thing now.',
    incomplete: 'Stars, one line and a few words are needed.',
    lost: 'We did not hear back. Press again: it cannot appear twice.',
  },
  {
    write: '写评价',
    writeOf: (title) => `评价${title}`,
    stars: '几颗星',
    star: (n) => `${n} 星`,
    title: '一句话',
    body: '你会怎么告诉朋友',
    send: '发布',
    never: '以后再说',
    thanks: '谢谢，它已经出现在商品页上。',
    incomplete: '请选星级，写一句话和几个字。',
    lost: '没有收到答复。请再按一次，不会重复。',
  },
);
