import { daysAgo } from '../calendar.js';
import { colourOption, comesIn, sizeOption } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { capacity, care, material, origin } from '../specs.js';

export const outdoorsCarry: ProductSeed[] = [
  {
    slug: 'headland-flask',
    department: 'outdoors',
    brand: 'fieldmark',
    title: both('Headland flask, 750 ml', '岬角保温瓶 750 ml'),
    summary: both(
      'Hot at breakfast, still hot when the ferry finally comes.',
      '早饭时灌的热水，等到船来还是热的。',
    ),
    story: both(
      'Double steel walls with nothing between them, an oak stopper over a silicone seal, and a coat of paint that takes a scratch without making a fuss. The loop is there so that it can hang from a branch.',
      '双层钢壁，中间什么也没有；橡木塞下面一圈硅胶；漆面刮一道就是一道，不大惊小怪。顶上的环，是为了能挂在树枝上。',
    ),
    facts: table(
      ['Material', '材质', 'Steel 18/8, oak stopper', '18/8 不锈钢，橡木塞'],
      ['Keeps', '保温', '12 h hot, 24 h cold', '保热 12 小时，保冷 24 小时'],
      ['Size', '尺寸', '7.6 cm across, 28 cm high', '直径 7.6 cm，高 28 cm'],
      ['Weight', '重量', '410 g empty', '空瓶 410 g'],
      ['Care', '打理', 'Dishwasher, but not the stopper', '瓶身可用洗碗机，瓶塞手洗'],
    ),
    specs: [
      material('steel'),
      origin('sweden'),
      capacity('750-to-2000'),
      care('dishwasher'),
      ...comesIn('slate', 'moss', 'bone'),
    ],
    options: [colourOption('colour', 'slate', 'moss', 'bone')],
    variants: stocked('OUT-HDL-750', ['colour'], {
      slate: [238, 34, 260, 'bottle'],
      moss: [238, 34, 175, 'bottle-moss'],
      bone: [238, 34, 92, 'bottle-bone'],
    }),
    pictures: pictures(
      ['bottle', 'The Headland flask in slate, oak stopper', '石板色岬角保温瓶，橡木塞'],
      ['bottle-moss', 'The flask in moss', '苔色岬角保温瓶'],
      ['bottle-bone', 'The flask in bone', '骨白色岬角保温瓶'],
    ),
    popularity: 720,
    publishedAt: daysAgo(440),
  },
  {
    slug: 'daymark-pack',
    department: 'outdoors',
    brand: 'fieldmark',
    title: both('Daymark pack, 18 l', '昼标背包 18 升'),
    summary: both(
      'One main room, one pocket, two straps. The rest is up to you.',
      '一间大屋，一个口袋，两条带子。剩下的你自己安排。',
    ),
    story: both(
      'Waxed canvas that wears in at the corners and can be waxed again with the heel of your hand and a hairdryer. No zip on the main opening: two straps, two brass hooks, done up by feel in the rain.\n\nA laptop fits. It was not designed around one.',
      '蜡染帆布，边角会磨出颜色，用手掌和吹风机就能补蜡。大口不装拉链：两条皮带，两只铜钩，下雨天摸着就能扣上。\n\n放得下电脑，但不是围着电脑设计的。',
    ),
    facts: table(
      ['Cloth', '面料', 'Waxed cotton canvas, 510 g/m²', '蜡染棉帆布，510 g/m²'],
      ['Fittings', '配件', 'Bridle leather, solid brass', '马具皮，实心黄铜'],
      ['Size', '尺寸', '44 × 29 × 14 cm', '44 × 29 × 14 cm'],
      ['Weight', '重量', '1.1 kg', '1.1 kg'],
      ['Repairs', '维修', 'Any strap, any year, at cost', '带子坏了随时修，只收工本'],
    ),
    specs: [material('canvas'), origin('scotland'), care('wipe'), ...comesIn('moss', 'slate')],
    options: [colourOption('colour', 'moss', 'slate')],
    variants: stocked('OUT-DMK-18', ['colour'], {
      moss: [998, 139, 66, 'pack'],
      slate: [998, 139, 51, 'pack-slate'],
    }),
    pictures: pictures(
      ['pack', 'The Daymark pack in moss canvas', '苔色帆布昼标背包'],
      ['pack-slate', 'The pack in slate', '石板色昼标背包'],
    ),
    popularity: 380,
    publishedAt: daysAgo(340),
  },
  {
    slug: 'gannet-roll-bag',
    department: 'outdoors',
    brand: 'fieldmark',
    title: both('Gannet roll-top bag', '塘鹅卷口袋'),
    summary: both('Roll it three times and it floats.', '袋口卷三圈，掉水里也浮着。'),
    story: both(
      'Welded, not sewn, so there is no needle hole for the sea to find. It is the bag inside the pack, the pillow on the deck and the bucket when there is no bucket.',
      '缝都是焊的，没有针眼可以让海水钻进来。它是包里的包，甲板上的枕头，没有桶的时候，也当桶。',
    ),
    facts: table(
      ['Cloth', '面料', 'Recycled nylon, welded seams', '再生尼龙，焊接缝'],
      ['Closure', '封口', 'Roll and clip', '卷口加扣'],
      ['Water', '防水', 'Half an hour under, dry inside', '没水半小时，里面是干的'],
      ['Weight', '重量', '190 g and 240 g', '190 g、240 g'],
    ),
    specs: [origin('scotland'), capacity('over-2000'), care('wipe'), ...comesIn('rust', 'slate')],
    options: [
      colourOption('colour', 'rust', 'slate'),
      sizeOption('volume', both('Volume', '容积'), { '8l': '8 l', '16l': '16 l' }),
    ],
    variants: stocked('OUT-GNT', ['volume', 'colour'], {
      '8l rust': [298, 42, 132, 'roll-bag'],
      '8l slate': [298, 42, 110, 'roll-bag-slate'],
      '16l slate': [368, 52, 68, 'roll-bag-slate'],
    }),
    pictures: pictures(
      ['roll-bag', 'The Gannet roll-top bag in rust, clipped shut', '铁锈色塘鹅卷口袋，已扣好'],
      ['roll-bag-slate', 'The bag in slate', '石板色塘鹅卷口袋'],
    ),
    popularity: 220,
    publishedAt: daysAgo(60),
  },
  {
    slug: 'windbreak-blanket',
    department: 'outdoors',
    brand: 'fieldmark',
    title: both('Windbreak ground blanket', '挡风野餐毯'),
    summary: both(
      'Wool on the side you sit on, waxed cotton on the side the grass does.',
      '坐的那面是羊毛，贴草地那面是蜡棉。',
    ),
    story: both(
      'Rolled, it is a bolster with two leather straps. Unrolled, it is two metres of dry land. The wool is woven from the coarse end of the clip, the part the blanket makers do not want, and it shrugs off crumbs.',
      '卷起来是一只枕头，两条皮带捆着；摊开来是两米干地。羊毛用的是粗毛，做被毯的人不要的那部分，面包屑一抖就掉。',
    ),
    facts: table(
      ['Top', '正面', 'Wool, 480 g/m²', '羊毛，480 g/m²'],
      ['Underside', '背面', 'Waxed cotton', '蜡棉'],
      ['Size', '尺寸', '200 × 150 cm', '200 × 150 cm'],
      ['Weight', '重量', '2.3 kg with straps', '连带 2.3 kg'],
    ),
    specs: [material('wool'), origin('scotland'), care('wipe'), ...comesIn('moss')],
    options: [],
    variants: one('OUT-WBK-200', [488, 68, 78]),
    pictures: pictures([
      'blanket-roll',
      'The Windbreak blanket rolled in two leather straps',
      '两条皮带捆着的挡风野餐毯',
    ]),
    popularity: 190,
    publishedAt: daysAgo(205),
  },
];
