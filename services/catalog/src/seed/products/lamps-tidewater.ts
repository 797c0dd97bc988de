import { daysAgo } from '../calendar.js';
import { colourOption, comesIn, sizeOption } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { material, origin, power } from '../specs.js';

export const lampsTidewater: ProductSeed[] = [
  {
    slug: 'tidewater-table-lamp',
    department: 'lamps',
    brand: 'tidewater',
    title: both('Tidewater table lamp', '潮汐台灯'),
    summary: both(
      'Thrown stoneware, washed linen, and a dimmer that remembers where you left it.',
      '手拉粗陶，水洗亚麻，还有一个记得你上次亮度的旋钮。',
    ),
    story: both(
      'Each base is thrown, dried for eleven days, and glazed twice; the second coat is what makes the colour pool at the foot. The linen is washed before it is cut, so it will not change with you.\n\nThe lowest setting is lower than you expect. It was made for the hour when everyone else has gone to bed.',
      '每只灯座拉坯后阴干十一天，上两遍釉；第二遍让颜色在底部聚成一圈。亚麻先洗后裁，往后不会再缩。\n\n最低一档比你想的还要暗。这盏灯，本来就是给家里人都睡下之后的那一个钟头做的。',
    ),
    facts: table(
      ['Base', '灯座', 'Stoneware, ash glaze', '粗陶，灰釉'],
      ['Shade', '灯罩', 'Washed linen, 30 cm across', '水洗亚麻，直径 30 cm'],
      ['Bulb', '灯泡', 'E27, up to 9 W, included (2700 K)', 'E27，最大 9 W，已含（2700 K）'],
      ['Dimmer', '调光', 'Dial on the cord, remembers its place', '线上旋钮，记忆亮度'],
      ['Cord', '电线', '2.1 m, cotton, replaceable', '2.1 m 棉线，可更换'],
      ['Weight', '重量', '2.8 kg at 52 cm', '2.8 kg（52 cm 款）'],
    ),
    specs: [
      material('stoneware'),
      origin('portugal'),
      power('mains'),
      ...comesIn('sea', 'ink', 'clay', 'bone'),
    ],
    options: [
      colourOption('glaze', 'sea', 'ink', 'clay', 'bone'),
      sizeOption('height', both('Height', '高度'), { 38: '38 cm', 52: '52 cm', 64: '64 cm' }),
    ],
    variants: stocked('LMP-TID', ['height', 'glaze'], {
      '52 sea': [690, 96, 3, 'lamp-sea'],
      '52 ink': [690, 96, 64, 'lamp-ink'],
      '52 clay': [690, 96, 48, 'lamp-clay'],
      '38 sea': [520, 72, 86, 'lamp-sea'],
      '38 ink': [520, 72, 71, 'lamp-ink'],
      '38 clay': [520, 72, 52, 'lamp-clay'],
      '38 bone': [520, 72, 40, 'lamp-bone'],
      '64 sea': [898, 125, 0, 'lamp-sea'],
      '64 ink': [898, 125, 42, 'lamp-ink'],
      '64 bone': [898, 125, 41, 'lamp-bone'],
    }),
    pictures: pictures(
      ['lamp-sea', 'The Tidewater lamp in sea green, its linen shade unlit', '海色潮汐台灯，亚麻灯罩未点亮'],
      ['lamp-lit', 'The lamp lit, its shade glowing', '点亮的潮汐台灯，灯罩透着暖光'],
      ['lamp-detail', 'The glaze where it pools at the foot', '釉色在灯座底部聚成一圈的近景'],
      ['lamp-ink', 'The lamp in ink', '墨色潮汐台灯'],
      ['lamp-clay', 'The lamp in clay', '陶土色潮汐台灯'],
      ['lamp-bone', 'The lamp in bone', '骨白色潮汐台灯'],
    ),
    popularity: 960,
    publishedAt: daysAgo(410),
  },
  {
    slug: 'pilot-portable-lantern',
    department: 'lamps',
    brand: 'tidewater',
    title: both('Pilot portable lantern', '领航手提灯'),
    summary: both(
      'A lantern that goes out to the porch and comes back in with you.',
      '提着去院子里坐坐，再提着回屋。',
    ),
    story: both(
      'Forty hours on its low setting, nine on its high one, and a brass bail that stays cool. The diffuser is frosted by hand, so the light has no hard edge to squint at.\n\nWhen the battery tires in six or seven years, two screws let it out. We keep the spare on the shelf.',
      '低档四十小时，高档九小时；黄铜提梁一直是凉的。灯罩由人手磨砂，光没有硬边，看着不刺眼。\n\n六七年后电池老了，拧下两颗螺丝就能换。备用电池我们一直有货。',
    ),
    facts: table(
      ['Body', '灯体', 'Powder-coated steel, brass bail', '喷粉钢，黄铜提梁'],
      ['Light', '光', '15 to 320 lm, 2400 K, dimmed by turning the cap', '15–320 lm，2400 K，旋盖调光'],
      ['Battery', '电池', 'USB-C, full in 3 h, replaceable', 'USB-C，3 小时充满，可更换'],
      ['Weather', '防水', 'IPX4: drizzle, not a dunking', 'IPX4：小雨可以，泡水不行'],
      ['Size', '尺寸', '12 × 12 × 23 cm, 640 g', '12 × 12 × 23 cm，640 g'],
    ),
    specs: [material('steel'), origin('sweden'), power('battery'), ...comesIn('ink', 'bone')],
    options: [colourOption('colour', 'ink', 'bone')],
    variants: stocked('LMP-PLT', ['colour'], {
      ink: [458, 64, 180, 'lantern'],
      bone: [458, 64, 122, 'lantern-bone'],
    }),
    pictures: pictures(
      ['lantern', 'The Pilot lantern in ink, brass bail raised', '墨色领航手提灯，黄铜提梁立起'],
      ['lantern-bone', 'The lantern in bone', '骨白色领航手提灯'],
    ),
    popularity: 620,
    publishedAt: daysAgo(260),
  },
  {
    slug: 'spar-reading-lamp',
    department: 'lamps',
    brand: 'tidewater',
    title: both('Spar reading lamp', '桅杆阅读灯'),
    summary: both(
      'One arm, one joint, and light on the page instead of in your eyes.',
      '一根臂，一个关节，光落在书上，不落在眼里。',
    ),
    story: both(
      'The arm is balanced by a brass counterweight you can feel through your fingers; there is no spring to creak and nothing to tighten. Push it and it stays.\n\nThe shade is spun from a single sheet and painted white inside, which is half of why the light is so even.',
      '灯臂靠一颗黄铜配重平衡，手指能感觉到它的分量；没有弹簧会吱呀，也没有螺丝要拧。推到哪里，就停在哪里。\n\n灯罩由整张薄板旋压成形，里面刷白，光匀一半是因为这个。',
    ),
    facts: table(
      ['Materials', '材料', 'Spun steel, solid brass, cast-iron foot', '旋压钢、实心黄铜、铸铁底座'],
      ['Reach', '臂展', '46 cm, turns all the way round', '46 cm，可整圈转动'],
      ['Bulb', '灯泡', 'GU10, 5 W, included (2700 K)', 'GU10，5 W，已含（2700 K）'],
      ['Height', '高度', '48 cm', '48 cm'],
      ['Weight', '重量', '3.1 kg, most of it in the foot', '3.1 kg，多半在底座上'],
    ),
    specs: [material('steel'), origin('sweden'), power('mains'), ...comesIn('ink', 'brass')],
    options: [colourOption('finish', 'ink', 'brass')],
    variants: stocked('LMP-SPR', ['finish'], {
      ink: [788, 110, 74, 'reading-lamp'],
      brass: [928, 129, 4, 'reading-lamp-brass'],
    }),
    pictures: pictures(
      ['reading-lamp', 'The Spar reading lamp in ink, head bent over its foot', '墨色桅杆阅读灯，灯头低垂'],
      ['reading-lamp-brass', 'The reading lamp in bare brass', '黄铜本色的桅杆阅读灯'],
    ),
    popularity: 340,
    publishedAt: daysAgo(190),
  },
  {
    slug: 'moorings-floor-lamp',
    department: 'lamps',
    brand: 'tidewater',
    title: both('Moorings floor lamp', '系泊落地灯'),
    summary: both(
      'Three oak legs and a linen drum, the height of someone sitting beside you.',
      '三条橡木腿，一只亚麻灯罩，高度像有人坐在旁边。',
    ),
    story: both(
      'The legs meet at one turned hub without a screw in sight; a wedge holds each, and a knock from underneath lets it go again. It packs flat enough for a staircase and stands firm enough for a dog.\n\nThe cord runs inside the rear leg, so there is only one place it can come out.',
      '三条腿插进一只车旋的榫头，看不见一颗螺丝；每条用木楔咬住，从底下一敲就松。拆开能上得了窄楼梯，装好经得住家里的狗。\n\n电线走在后腿里面，只从一个地方出来。',
    ),
    facts: table(
      ['Legs', '灯腿', 'Solid oak, oiled', '实木橡木，上油'],
      ['Shade', '灯罩', 'Washed linen, 42 cm across', '水洗亚麻，直径 42 cm'],
      ['Bulb', '灯泡', 'E27, up to 12 W, not included', 'E27，最大 12 W，不含'],
      ['Switch', '开关', 'Foot dimmer', '脚踩调光'],
      ['Height', '高度', '138 cm, 4.6 kg', '138 cm，4.6 kg'],
    ),
    specs: [material('oak'), origin('estonia'), power('mains'), ...comesIn('oak')],
    options: [],
    variants: one('LMP-MRG-138', [1428, 198, 46]),
    pictures: pictures([
      'floor-lamp',
      'The Moorings floor lamp on its three oak legs',
      '三条橡木腿的系泊落地灯',
    ]),
    popularity: 150,
    publishedAt: daysAgo(330),
  },
];
