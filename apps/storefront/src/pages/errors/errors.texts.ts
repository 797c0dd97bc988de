import { texts } from '../../i18n/texts.js';

export const errorsTexts = texts(
  {
    notFound: 'There is nothing on this shelf',
    notFoundNote: 'The address may be old, or a letter went missing on the way.',
    noProduct: 'This thing is no longer here',
    noProductNote: 'It may have been renamed, or made for the last time.',
    noOrder: 'There is no such order here',
    noOrderNote:
      'Orders are shown only to those who placed them. If you ordered while signed in, sign in again.',
    fault: 'Something of ours broke',
    faultNote: 'Your basket and your orders are safe; nothing was bought or paid by this.',
    offline: 'You are offline',
    offlineNote:
      'This page has not been here yet. It opens once you are connected again; your basket and your orders wait.',
    again: 'Load the page again',
    home: 'To the front page',
    shop: 'Look around',
    signIn: 'Sign in',
  },
  {
    notFound: '这个货架上什么也没有',
    notFoundNote: '网址可能旧了，或者路上掉了一个字母。',
    noProduct: '这件东西已经不在这里',
    noProductNote: '它可能改了名字，或者已经做完最后一批。',
    noOrder: '这里没有这笔订单',
    noOrderNote: '订单只给下单的人看。如果是登录后下的单，请重新登录。',
    fault: '我们这边出了点问题',
    faultNote: '你的购物篮和订单都在；这次出错没有产生购买或付款。',
    offline: '你已离线',
    offlineNote: '这一页还没有载入过，联网后就能打开；购物篮和订单都会等你。',
    again: '重新载入',
    home: '回到首页',
    shop: '随便看看',
    signIn: '登录',
  },
);
