import { daysAgo } from '../calendar.js';
import { colourOption, comesIn, sizeOption } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { material, origin, power } from '../specs.js';

export const lampsEvening: ProductSeed[] = [
  {
    slug: 'buoy-night-light',
    department: 'lamps',
    brand: 'tidewater',
    title: both('Buoy night light', '浮标小夜灯'),
    summary: both(
      'Enough light to find the door, and not a candle more.',
      '够你看清门在哪里，多一分都没有。',
    ),
    story: both(
      'An opal globe on a stoneware foot, no bigger than a grapefruit. Touch the foot once and it comes on; it puts itself out after forty minutes unless you touch it twice.\n\nIt was drawn for a child who disliked the dark and for the parent who disliked the night light.',
      '一只乳白圆球坐在粗陶底座上，个头和柚子差不多。碰一下底座就亮，四十分钟后自己灭；碰两下就整夜陪着。\n\n做给怕黑的孩子，也做给嫌夜灯难看的大人。',
    ),
    facts: table(
      ['Globe', '灯球', 'Opal acrylic, wipes clean', '乳白亚克力，可擦拭'],
      ['Foot', '底座', 'Stoneware, ash glaze', '粗陶，灰釉'],
      ['Light', '光', '4 to 40 lm, 2200 K', '4–40 lm，2200 K'],
      ['Battery', '电池', 'USB-C, twelve nights a charge', 'USB-C，充一次用十二晚'],
      ['Size', '尺寸', '13 cm across, 480 g', '直径 13 cm，480 g'],
    ),
    specs: [material('stoneware'), origin('portugal'), power('battery'), ...comesIn('clay', 'sea')],
    options: [colourOption('glaze', 'clay', 'sea')],
    variants: stocked('LMP-BUO', ['glaze'], {
      clay: [278, 39, 210, 'night-light'],
      sea: [278, 39, 164, 'night-light-sea'],
    }),
    pictures: pictures(
      ['night-light', 'The Buoy night light glowing on its clay foot', '陶土底座上亮着的浮标小夜灯'],
      ['night-light-sea', 'The night light on a sea green foot', '海色底座的浮标小夜灯'],
    ),
    popularity: 410,
    publishedAt: daysAgo(120),
  },
  {
    slug: 'fog-paper-lamp',
    department: 'lamps',
    brand: 'tidewater',
    title: both('Fog paper lamp', '雾纸灯'),
    summary: both(
      'Mulberry paper on a cane spiral. It weighs less than the bulb.',
      '桑皮纸糊在藤圈上，比灯泡还轻。',
    ),
    story: both(
      'The paper is made in Jing County, the cane is bent while it is green, and the seam is hidden where the first turn meets the last. Folded, the shade is a disc you can post; opened, it holds its own shape.\n\nIt will tear if a cat insists. Each lamp brings a sheet of paper and a small pot of paste, and a leaflet that shows how to mend it so that it looks meant.',
      '纸是泾县的，藤要趁青弯，接缝藏在首尾两圈相遇的地方。收起来是一张能寄走的圆片，拉开就自己站住。\n\n猫要是较真，纸会破。每盏灯附一张纸、一小罐糨糊，还有一页说明，教你把补丁补得像是本来就该在那里。',
    ),
    facts: table(
      ['Shade', '灯罩', 'Mulberry paper, cane', '桑皮纸、藤'],
      ['Feet', '灯脚', 'Three of blackened steel wire', '三只黑钢丝脚'],
      ['Bulb', '灯泡', 'E14, LED only, included', 'E14，仅限 LED，已含'],
      ['Size', '尺寸', '34 cm across, 31 cm high', '直径 34 cm，高 31 cm'],
      ['Mending', '修补', 'Paper and paste in the box', '盒内附纸与糨糊'],
    ),
    specs: [material('paper'), origin('jingxian'), power('mains'), ...comesIn('bone')],
    options: [],
    variants: one('LMP-FOG-34', [488, 68, 92]),
    pictures: pictures(['paper-lamp', 'The Fog paper lamp on three wire feet', '三只钢丝脚上的雾纸灯']),
    popularity: 300,
    publishedAt: daysAgo(75),
  },
  {
    slug: 'low-sun-chamberstick',
    department: 'lamps',
    brand: 'stillroom',
    title: both('Low Sun chamberstick', '斜阳烛台'),
    summary: both(
      'A saucer of brass with a thumb ring, for carrying one candle to one room.',
      '一只带指环的黄铜碟，把一支蜡烛端去一个房间。',
    ),
    story: both(
      'Spun, not cast, so it is light enough to hold with three fingers, and wide enough that the wax stays where it belongs. Left alone the brass goes brown by the second winter. Polished, it never does. We have no opinion.',
      '旋压而成，不是铸的，三根手指就端得住；碟够宽，蜡油不会跑到别处。放着不管，到第二个冬天铜会变褐；常擦，就一直亮。怎样都好。',
    ),
    facts: table(
      ['Material', '材料', 'Spun brass, unlacquered', '旋压黄铜，未上漆'],
      ['Fits', '适用', 'Candles of 22 mm', '直径 22 mm 的蜡烛'],
      ['Size', '尺寸', '15 cm across, 7 cm high', '直径 15 cm，高 7 cm'],
      ['Care', '打理', 'Hot water takes the wax off', '热水一烫，蜡就下来'],
    ),
    specs: [material('brass'), origin('portugal'), power('flame'), ...comesIn('brass')],
    options: [],
    variants: one('LMP-LSC-15', [248, 34, 135]),
    pictures: pictures([
      'chamberstick',
      'The Low Sun chamberstick with a half-burnt candle',
      '插着半支蜡烛的斜阳烛台',
    ]),
    popularity: 130,
    publishedAt: daysAgo(290),
  },
  {
    slug: 'long-night-candles',
    department: 'lamps',
    brand: 'stillroom',
    title: both('Long Night candles, set of three', '长夜蜂蜡烛 三支'),
    summary: both(
      'Beeswax, dipped by hand, honest about how long it burns.',
      '手工浸制的蜂蜡，烧多久就写多久。',
    ),
    story: both(
      'Three pillars of one beekeeper’s wax and nothing else: no scent poured in, no colour, no core of something cheaper. They smell faintly of a warm hive because that is what they are.\n\nBurn them two hours at a stretch the first time and the pool will stay level ever after.',
      '三支烛，全是同一位养蜂人的蜡，别的什么也没有：不加香，不染色，芯子里也没掺便宜的东西。闻着像晒暖的蜂箱，因为它本来就是。\n\n头一回请连着点足两个小时，往后蜡面就一直是平的。',
    ),
    facts: table(
      ['Wax', '蜡', 'Pure beeswax', '纯蜂蜡'],
      ['Wick', '烛芯', 'Braided cotton', '编织棉'],
      ['Burns', '燃烧', 'About 26, 38 and 52 hours', '约 26、38、52 小时'],
      ['Sizes', '尺寸', '6 cm across; 8, 12 and 16 cm high', '直径 6 cm；高 8、12、16 cm'],
    ),
    specs: [material('beeswax'), origin('estonia'), power('flame')],
    options: [sizeOption('set', both('Set', '套装'), { trio: '8 + 12 + 16 cm', tall: '3 × 16 cm' })],
    variants: stocked('LMP-LNC', ['set'], {
      trio: [178, 25, 320],
      tall: [218, 31, 140],
    }),
    pictures: pictures(['candles', 'Three beeswax candles of three heights', '三支高矮不一的蜂蜡烛']),
    popularity: 260,
    publishedAt: daysAgo(30),
  },
];
