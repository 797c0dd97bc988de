import { texts } from '../../i18n/texts.js';

export const helpTexts = texts(
  {
    title: 'Help',
    note: 'Short answers. The house has few rules, and these are all of them.',
    delivery: 'Delivery',
    deliveryText: [
      'Things leave within a day and are at your door in two to four working days. Above a small sum delivery is free; the basket tells you how much is missing.',
      'Every parcel can be followed on the page of its order, which changes by itself.',
    ],
    returns: 'Returns in 30 days',
    returnsText: [
      'Thirty days to change your mind, used or not. Ask for a refund on the page of the order; the money goes back the way it came, and so do the points you used.',
      'Points that the order had earned go back too. If they are already spent, their value is taken off the refund, and the order says so.',
    ],
    care: 'Care and repair',
    careText: [
      'Every piece is mended by the workshop that made it, for ten years. Write to us with the number of the order.',
      'Stoneware likes hand-washing and tolerates the machine. Oak and walnut want oil once a year. Wool is washed cold and dried flat.',
    ],
    travel: 'How an order travels',
    travelText: [
      'First it is written down. Then your things, points and coupon are set aside, so that nobody else can have them while you pay. Nothing in a basket is held; only an order holds.',
      'Then your bank is asked. Usually it answers at once. When it does not, we keep asking until we know, and you need not do anything, least of all pay again.',
      'If it says yes, the order is packed and the points are yours. If it says no, you can use another card until the time that is shown. If nobody pays, everything goes back by itself.',
      'Whatever is hatched on these pages is not settled yet. Whatever is solid is.',
    ],
    cards: 'Test cards',
    cardsText: [
      'This shop is a demonstration: nothing is sold, no real card works here. The bank takes these numbers, each with its own story; any date ahead and any three digits do.',
    ],
    stories: {
      success: 'The bank says yes at once.',
      declined: 'The bank says no. Then try another.',
      slow: 'The bank says yes, after eight seconds.',
      callbackLost: 'The bank says yes, but its word gets lost on the way; we ask until we know.',
      silence: 'The bank takes the money and falls silent. You are charged once, and we find out.',
    },
  },
  {
    title: '帮助',
    note: '简短的回答。店里规矩不多，都在这里了。',
    delivery: '配送',
    deliveryText: [
      '一天之内发出，两到四个工作日送达。满一定金额免运费，购物篮会告诉你还差多少。',
      '每个包裹都可以在订单页上跟进，页面会自己更新。',
    ],
    returns: '30 天退货',
    returnsText: [
      '三十天内可退，用过也行。在订单页申请退款，钱原路退回，用掉的积分也一并返还。',
      '这笔订单得到的积分会收回；如果已经用掉，其价值会从退款中扣除，订单上会写明。',
    ],
    care: '保养与维修',
    careText: [
      '每件东西都由原作坊维修，保十年。写信给我们，附上订单号即可。',
      '粗陶最好手洗，也受得了洗碗机。橡木和胡桃木一年上一次油。羊毛用冷水洗，平铺晾干。',
    ],
    travel: '订单如何旅行',
    travelText: [
      '先是记下来。然后为你留货，冻结积分和优惠券，付款期间别人拿不走。购物篮不会占住库存，只有订单会。',
      '接着询问你的银行，通常马上就有答复。没有答复时，我们会一直问到知道为止；你什么都不用做，更不要再付一次。',
      '银行同意，就开始打包，积分归你。银行不同意，在标明的时间之前可以换一张卡。没有人付款，一切会自动退回。',
      '页面上凡是斜纹的，都还没有结清；凡是实心的，都已经结清。',
    ],
    cards: '测试卡',
    cardsText: [
      '这是演示商店：不真的卖东西，真卡在这里不能用。银行接受下面这些卡号，每张都有自己的故事；有效期填将来的日期，安全码任填三位数字。',
    ],
    stories: {
      success: '银行立刻同意。',
      declined: '银行不同意，换一张试试。',
      slow: '银行同意，但要等八秒。',
      callbackLost: '银行同意了，但消息丢在路上；我们会一直问到知道为止。',
      silence: '银行扣了款，然后沉默。只扣一次，我们会查清楚。',
    },
  },
);
