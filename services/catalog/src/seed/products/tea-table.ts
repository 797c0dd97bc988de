import { daysAgo } from '../calendar.js';
import { colourOption, comesIn, sizeOption } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { capacity, care, material, origin } from '../specs.js';

export const teaTable: ProductSeed[] = [
  {
    slug: 'tern-cups',
    department: 'tea',
    brand: 'long-pour',
    title: both('Tern cups, set of three', '燕鸥杯 三只装'),
    summary: both(
      'One sea, one oat, one clay. Whoever is late gets the one that is left.',
      '一只海，一只燕麦，一只陶土。谁来晚了，谁用剩下的那只。',
    ),
    story: both(
      'No handles, a foot you can hold, and a lip turned out by a hair so that the tea arrives where it should. They stack two high; three is showing off.\n\nThrown by one person on one day, so the three belong together even where they differ.',
      '没有把手，圈足可以捏；杯沿往外翻了一丝，茶正好落在舌头上。叠两只很稳，叠三只就是炫技了。\n\n三只出自同一个人、同一天的手，样子不同，也是一家。',
    ),
    facts: table(
      ['Material', '材质', 'Stoneware, food-safe glaze', '粗陶，食品级釉'],
      ['Holds', '容量', '160 ml each', '每只 160 ml'],
      ['Size', '尺寸', '7.5 cm across, 7 cm high', '口径 7.5 cm，高 7 cm'],
      ['Care', '打理', 'Dishwasher, top rack', '可用洗碗机，放上层'],
    ),
    specs: [
      material('stoneware'),
      origin('portugal'),
      capacity('up-to-250'),
      care('dishwasher'),
      ...comesIn('sea', 'oat', 'clay'),
    ],
    options: [
      {
        key: 'mix',
        label: both('Set', '配色'),
        values: [
          { key: 'mix', label: both('Sea, oat, clay', '海、燕麦、陶土') },
          { key: 'sea', label: both('Three of sea', '三只海色'), swatch: '#6f9188' },
        ],
      },
    ],
    variants: stocked('TEA-TRN-3', ['mix'], {
      mix: [228, 32, 240, 'cups'],
      sea: [228, 32, 104, 'cups-sea'],
    }),
    pictures: pictures(
      ['cups', 'Three Tern cups in sea, oat and clay', '海、燕麦、陶土三色燕鸥杯'],
      ['cups-sea', 'Three Tern cups, all in sea green', '三只海色燕鸥杯'],
    ),
    popularity: 1000,
    publishedAt: daysAgo(480),
  },
  {
    slug: 'slack-tide-tray',
    department: 'tea',
    brand: 'long-pour',
    title: both('Slack Tide tea tray, walnut', '平潮茶盘 胡桃木'),
    summary: both(
      'A round of walnut with a rim just high enough to forgive you.',
      '一圈胡桃木，边沿不高，刚好兜得住你的手滑。',
    ),
    story: both(
      'Turned from one plank, so the grain runs straight across and out at both sides. The rim is six millimetres: enough for a spilt cup, not enough to trap your fingers.\n\nOiled with linseed. Do it again each spring and it will outlast the table.',
      '整块板车旋而成，木纹从一边直走到另一边。边高六毫米：接得住一杯洒了的茶，又不卡手。\n\n出厂上过亚麻籽油。每年春天再上一次，它会比桌子还耐用。',
    ),
    facts: table(
      ['Wood', '木料', 'Black walnut, one piece', '黑胡桃，独板'],
      ['Size', '尺寸', '32 cm across, 2.4 cm high', '直径 32 cm，高 2.4 cm'],
      ['Finish', '表面', 'Linseed oil', '亚麻籽油'],
      ['Care', '打理', 'Wipe, dry, oil in spring', '擦净晾干，开春上油'],
    ),
    specs: [material('walnut'), origin('maine'), care('oil'), ...comesIn('walnut')],
    options: [],
    variants: one('TEA-SLK-32', [296, 42, 88]),
    pictures: pictures(['tray', 'The Slack Tide tray with two cups on it', '平潮茶盘，上面放着两只杯子']),
    popularity: 390,
    publishedAt: daysAgo(300),
  },
  {
    slug: 'dry-hold-caddy',
    department: 'tea',
    brand: 'long-pour',
    title: both('Dry Hold tea caddy', '干舱茶叶罐'),
    summary: both(
      'A stoneware jar whose cherry lid goes down with a sigh.',
      '粗陶罐身，樱桃木盖，合上时轻轻叹一口气。',
    ),
    story: both(
      'The lid is turned to the jar it sits on and the two are numbered as a pair. It sinks by its own weight and lets the air out slowly; that sound is how you know it is shut.\n\nHolds a hundred grams of rolled oolong, or rather less of anything fluffier.',
      '每只盖都照着自己的罐子车，两件编同一个号。靠自重慢慢落下去，气一点点排出来；听到那一声，就是盖严了。\n\n装得下一百克球形乌龙，蓬松的茶要少一些。',
    ),
    facts: table(
      ['Jar', '罐身', 'Stoneware, glazed inside', '粗陶，内壁施釉'],
      ['Lid', '盖', 'Cherry, unvarnished', '樱桃木，无漆'],
      ['Holds', '容量', '520 ml', '520 ml'],
      ['Care', '打理', 'Wipe dry; never soak the lid', '擦干即可，木盖勿泡水'],
    ),
    specs: [
      material('stoneware'),
      origin('jingdezhen'),
      capacity('250-to-750'),
      care('wipe'),
      ...comesIn('ink', 'bone'),
    ],
    options: [colourOption('glaze', 'ink', 'bone')],
    variants: stocked('TEA-DRY', ['glaze'], {
      ink: [198, 28, 130, 'caddy'],
      bone: [198, 28, 5, 'caddy-bone'],
    }),
    pictures: pictures(
      ['caddy', 'The Dry Hold caddy in ink with its cherry lid', '墨色干舱茶叶罐，樱桃木盖'],
      ['caddy-bone', 'The caddy in bone', '骨白色干舱茶叶罐'],
    ),
    popularity: 250,
    publishedAt: daysAgo(160),
  },
  {
    slug: 'slow-harbour-oolong',
    department: 'tea',
    brand: 'long-pour',
    title: both('Slow Harbour oolong', '慢港岩茶'),
    summary: both('Roasted over charcoal, rested for a year, then sold.', '炭火焙过，放满一年，再拿出来卖。'),
    story: both(
      'Rock tea from one family’s slope at 420 metres, picked in the first week of May. It is roasted three times with a month between, and then left alone, because fresh roast tastes of roast.\n\nBoiling water, ten seconds, seven rounds. The fourth is the one we make it for.',
      '一户人家的山场，海拔四百二十米，五月头一周采。分三道炭焙，每道隔一个月；焙完先放着，因为刚焙好的茶，喝到的只有火。\n\n沸水，十秒，可以泡七道。我们是冲着第四道去的。',
    ),
    facts: table(
      ['Leaf', '茶叶', 'Shui Xian, whole', '水仙，整叶'],
      ['Harvest', '采制', 'May 2025, roasted by December', '2025 年 5 月采，12 月焙毕'],
      ['Water', '水', '98 °C, ten seconds', '98 °C，10 秒'],
      ['Keeps', '存放', 'Two years, dry and dark', '干燥避光，两年'],
    ),
    specs: [material('tea'), origin('wuyi')],
    options: [sizeOption('weight', both('Weight', '净重'), { '100g': '100 g', '250g': '250 g' })],
    variants: stocked('TEA-SHO', ['weight'], {
      '100g': [188, 26, 360],
      '250g': [428, 60, 150],
    }),
    pictures: pictures(['tea-tin', 'A paper canister of Slow Harbour oolong', '一筒慢港岩茶']),
    popularity: 460,
    publishedAt: daysAgo(45),
  },
];
