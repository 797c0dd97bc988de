import { daysAgo } from '../calendar.js';
import { colourOption, comesIn } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { capacity, care, material, origin, power } from '../specs.js';

export const outdoorsCamp: ProductSeed[] = [
  {
    slug: 'bothy-enamel-mug',
    department: 'outdoors',
    brand: 'fieldmark',
    title: both('Bothy enamel mug', '山屋搪瓷杯'),
    summary: both('Chips, eventually. Carries on, always.', '迟早会磕掉一块瓷，之后照用不误。'),
    story: both(
      'Half a pint of tea, and a handle that takes three fingers in a glove. The rim is steel, rolled over and left dark, so it can be set down on a stone.\n\nMost mugs are kept in cupboards. We suggest a nail.',
      '装得下一大杯茶，戴着手套也伸得进三根手指。杯口卷边，是黑钢，直接搁在石头上没事。\n\n杯子一般收在柜里。这只，建议钉根钉子挂着。',
    ),
    facts: table(
      ['Material', '材质', 'Enamel on steel', '钢胎搪瓷'],
      ['Holds', '容量', '350 ml', '350 ml'],
      ['Weight', '重量', '145 g', '145 g'],
      ['Fire', '明火', 'Yes, but mind the handle', '可以，小心烫手'],
      ['Care', '打理', 'Dishwasher', '可用洗碗机'],
    ),
    specs: [
      material('enamel'),
      origin('sweden'),
      capacity('250-to-750'),
      care('dishwasher'),
      ...comesIn('bone', 'sea', 'rust'),
    ],
    options: [colourOption('colour', 'bone', 'sea', 'rust')],
    variants: stocked('OUT-BTH-350', ['colour'], {
      bone: [88, 12.5, 400, 'enamel'],
      sea: [88, 12.5, 320, 'enamel-sea'],
      rust: [88, 12.5, 215, 'enamel-rust'],
    }),
    pictures: pictures(
      ['enamel', 'The Bothy mug in bone with its dark rim', '骨白色山屋搪瓷杯，杯口一圈黑'],
      ['enamel-sea', 'The mug in sea green', '海色山屋搪瓷杯'],
      ['enamel-rust', 'The mug in rust', '铁锈色山屋搪瓷杯'],
    ),
    popularity: 900,
    publishedAt: daysAgo(460),
  },
  {
    slug: 'cairn-folding-stool',
    department: 'outdoors',
    brand: 'oakum',
    title: both('Cairn folding stool', '石堆折叠凳'),
    summary: both(
      'Four ash legs, one bolt, a seat of waxed canvas.',
      '四条白蜡木腿，一颗螺栓，一块蜡染帆布。',
    ),
    story: both(
      'The canvas hangs from dowels and takes the shape of whoever sat last. It opens with one shake, folds to the size of an umbrella, and holds 110 kilograms without comment.',
      '帆布挂在木销上，谁坐得久就像谁。一抖就开，收起来和一把伞差不多，坐 110 公斤也不吭声。',
    ),
    facts: table(
      ['Frame', '凳架', 'Ash, oiled; brass bolt', '白蜡木上油，黄铜螺栓'],
      ['Seat', '凳面', 'Waxed canvas, replaceable', '蜡染帆布，可更换'],
      ['Size', '尺寸', '40 cm high; 62 × 11 cm folded', '高 40 cm；收起 62 × 11 cm'],
      ['Weight', '重量', '1.3 kg', '1.3 kg'],
    ),
    specs: [material('ash'), origin('estonia'), care('wipe'), ...comesIn('ash', 'moss')],
    options: [],
    variants: one('OUT-CRN-40', [348, 48, 86]),
    pictures: pictures(['folding-stool', 'The Cairn stool open, canvas seat', '打开的石堆折叠凳，帆布凳面']),
    popularity: 200,
    publishedAt: daysAgo(155),
  },
  {
    slug: 'tarn-cook-pot',
    department: 'outdoors',
    brand: 'fieldmark',
    title: both('Tarn cook pot, 1.2 l', '山潭炊锅 1.2 升'),
    summary: both(
      'A pot, a lid that is a pan, and a handle that shuts over both.',
      '一只锅，锅盖翻过来是平底锅，提梁一扣锁住两样。',
    ),
    story: both(
      'Steel rather than titanium: it weighs ninety grams more, costs half, and does not burn porridge. Inside are marks at each 250 ml, pressed in where they cannot wear off.',
      '没用钛，用的钢：重九十克，便宜一半，煮粥不糊。锅里每 250 ml 一道刻线，是压出来的，磨不掉。',
    ),
    facts: table(
      ['Material', '材质', 'Steel 18/8, brushed', '18/8 不锈钢，拉丝'],
      ['Holds', '容量', '1.2 l, lid 0.5 l', '锅 1.2 升，盖 0.5 升'],
      ['Packs', '收纳', 'A 230 g gas canister fits inside', '内可放 230 g 气罐'],
      ['Weight', '重量', '420 g', '420 g'],
    ),
    specs: [
      material('steel'),
      origin('sweden'),
      capacity('750-to-2000'),
      care('dishwasher'),
      ...comesIn('steel'),
    ],
    options: [],
    variants: one('OUT-TRN-1200', [418, 58, 102]),
    pictures: pictures([
      'cook-pot',
      'The Tarn cook pot in brushed steel, bail up',
      '拉丝钢山潭炊锅，提梁立起',
    ]),
    popularity: 170,
    publishedAt: daysAgo(250),
  },
  {
    slug: 'cutter-torch',
    department: 'outdoors',
    brand: 'tidewater',
    title: both('Cutter torch', '快艇手电'),
    summary: both(
      'One button, three strengths, and it starts with the weakest.',
      '一个按钮，三档亮度，总是从最暗的开始。',
    ),
    story: both(
      'A torch that opens at full strength takes away the night you went out to see. This one opens at three lumens; press again if you meant it. Turned from bar brass, it will pick up a skin from your hand.',
      '手电一按就最亮，把你出门要看的夜色先赶跑了。这支从三流明开始，真要亮，再按一下。整根铜棒车的，握久了会长出一层你的颜色。',
    ),
    facts: table(
      ['Body', '机身', 'Solid brass, knurled grip', '实心黄铜，滚花握把'],
      ['Light', '光', '3, 60 and 400 lm', '3、60、400 lm'],
      ['Battery', '电池', '18650, USB-C', '18650，USB-C 充电'],
      ['Water', '防水', 'IPX7', 'IPX7'],
      ['Size', '尺寸', '13.5 cm, 240 g', '13.5 cm，240 g'],
    ),
    specs: [material('brass'), origin('sweden'), power('battery'), ...comesIn('brass', 'ink')],
    options: [colourOption('finish', 'brass', 'ink')],
    variants: stocked('OUT-CTR', ['finish'], {
      brass: [348, 48, 94, 'torch'],
      ink: [298, 42, 128, 'torch-ink'],
    }),
    pictures: pictures(
      ['torch', 'The Cutter torch in bare brass, lying on its side', '黄铜本色快艇手电，横放'],
      ['torch-ink', 'The torch in ink', '墨色快艇手电'],
    ),
    popularity: 290,
    publishedAt: daysAgo(85),
  },
];
