import { texts } from '../../i18n/texts.js';

export const processingTexts = texts(
  {
    sending: 'Asking your bank',
    doNotPay: 'Please do not pay again.',
    askingNote:
      'Your bank has not answered yet, and it may already have taken the money. We keep asking until we know. This page changes by itself; you can reload it, leave it, or close it.',
    shortly: 'This takes a moment. The page changes by itself.',
    slow: 'It takes a little longer than usual. Nothing is lost, and the page changes by itself.',
    lost: 'We could not reach the shop just now. We try again by ourselves, with the same key: it cannot be paid twice.',
    askingFor: (time: string) => `asking for ${time}`,
    keepLooking: 'Keep looking around',
    seeOrder: 'See the order',
    either:
      'If the bank says no, everything goes back: the things, the points and the coupon. If it says yes twice, we give one back without being asked.',
    settingNote:
      'We are setting your things, points and coupon aside. This is usually done before you have read this.',
    toPay: 'Your things are set aside until the time below. Pay, and they are yours.',
    until: (time: string) => `Set aside until ${time}.`,
    declinedTitle: 'The bank said no',
    declined: 'No money was taken. Your things are still set aside; try another card.',
    another: 'Pay with another card',
    card: 'Pay with a card',
    rejectedNote: 'Nothing was charged. Points and coupon are yours again.',
    expiredNote:
      'Nobody paid in time, so the things went back on the shelf. Points and coupon are yours again. If money still arrives, it goes back by itself.',
    cancelledNote:
      'The things, the points and the coupon have gone back. If money still arrives, it goes back by itself.',
    refundNote:
      'The payment arrived, but the things could no longer be held. Your money goes back by itself.',
    shortLine: (title: string, available: number) =>
      available === 0 ? `${title}: sold out` : `${title}: only ${available} left`,
    toBasket: 'Back to the basket',
    failed: 'The order is not answering',
    failedNote: 'What was decided stays decided. We try again in a few seconds.',
  },
  {
    sending: '正在询问你的银行',
    doNotPay: '请不要再次付款。',
    askingNote:
      '银行还没有答复，钱可能已经扣了。我们会一直问到知道为止。这一页会自己更新，你可以刷新、离开或关掉它。',
    shortly: '稍等片刻，这一页会自己更新。',
    slow: '比平时久了一点。什么都没有丢，这一页会自己更新。',
    lost: '刚才没能联系上商店。我们会用同一把钥匙自动再试，不会付两次。',
    askingFor: (time) => `已询问 ${time}`,
    keepLooking: '继续逛逛',
    seeOrder: '查看订单',
    either: '如果银行拒绝，东西、积分和优惠券都会退回。如果扣了两次，我们会主动退还一次。',
    settingNote: '正在为你留货，并冻结积分和优惠券，通常在你读完这句话之前就好了。',
    toPay: '东西已为你留到下面的时间，付款后就是你的。',
    until: (time) => `保留到 ${time}。`,
    declinedTitle: '银行没有同意',
    declined: '没有扣款，东西仍为你留着，换一张卡试试。',
    another: '换一张卡付款',
    card: '用银行卡付款',
    rejectedNote: '没有扣款。积分和优惠券已退回给你。',
    expiredNote: '没有按时付款，东西已放回货架，积分和优惠券已退回给你。如果之后还有款项到账，会自动退回。',
    cancelledNote: '东西、积分和优惠券都已退回。如果之后还有款项到账，会自动退回。',
    refundNote: '款项到了，但东西已留不住，钱会自动退回给你。',
    shortLine: (title, available) =>
      available === 0 ? `${title}：已售罄` : `${title}：仅剩 ${available} 件`,
    toBasket: '回到购物篮',
    failed: '订单没有回应',
    failedNote: '已经决定的不会改变，几秒后我们会再试。',
  },
);
