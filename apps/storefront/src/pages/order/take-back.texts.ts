import { texts } from '../../i18n/texts.js';

export const takeBackTexts = texts(
  {
    ask: { cancel: 'Take this order back?', refund: 'Send it back?' },
    note: {
      cancel: 'Everything set aside goes back, and the money too if it was paid.',
      refund:
        'The money goes back to your card, points included. If the parcel is on its way, hand it back to the carrier.',
    },
    reason: 'Why, in a few words',
    yes: { cancel: 'Yes, cancel it', refund: 'Yes, ask for it' },
    no: 'Keep the order',
    busy: 'One moment',
    inDoubt: 'Cancelled. We are still asking your bank; if money was taken, it goes back by itself.',
    lost: 'We did not hear back. Press again: it cannot happen twice.',
  },
  {
    ask: { cancel: '取消这笔订单？', refund: '要退掉吗？' },
    note: {
      cancel: '留好的东西会放回去；如果已付款，钱也会退回。',
      refund: '款项退回你的卡，积分也一并退回。如果包裹在路上，请交还给快递。',
    },
    reason: '简单说说原因',
    yes: { cancel: '是的，取消', refund: '是的，申请' },
    no: '保留订单',
    busy: '稍等',
    inDoubt: '已取消。我们仍在询问你的银行；如果扣了款，会自动退回。',
    lost: '没有收到答复。请再按一次，不会重复。',
  },
);
