import { daysAgo } from '../calendar.js';
import { colourOption, comesIn } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { capacity, care, material, origin } from '../specs.js';

export const teaPots: ProductSeed[] = [
  {
    slug: 'long-pour-teapot',
    department: 'tea',
    brand: 'long-pour',
    title: both('Long Pour teapot, 900 ml', '长注提梁壶 900 ml'),
    summary: both('Pours for as long as you like and stops when you do.', '想注多久就多久，手一停，水就断。'),
    story: both(
      'A teapot is judged by its last drop. The spout of this one is cut at an angle that took the workshop three winters, and it does not dribble: not at the first cup and not at the fifth.\n\nThe cane handle is wound without glue. In ten years it will be dark, and in twenty we will wind you a new one.',
      '看一把壶，看它的最后一滴。这把壶的嘴口斜着切，角度试了三个冬天；不滴水，第一杯不滴，第五杯也不滴。\n\n提梁是藤编的，没用胶。十年后颜色会变深，二十年后可以寄回来，我们给你重编一把。',
    ),
    facts: table(
      ['Body', '壶身', 'Stoneware, glazed inside and out', '粗陶，内外施釉'],
      ['Handle', '提梁', 'Wound cane over steel', '钢芯缠藤'],
      ['Holds', '容量', '900 ml, four good cups', '900 ml，满满四杯'],
      ['Strainer', '滤孔', 'Nineteen holes, drilled by hand', '十九孔，手工钻'],
      ['Care', '打理', 'Rinse with water; no soap inside', '清水冲洗，壶内勿用洗洁精'],
    ),
    specs: [
      material('stoneware'),
      origin('jingdezhen'),
      capacity('750-to-2000'),
      care('hand-wash'),
      ...comesIn('sea', 'bone', 'ink'),
    ],
    options: [colourOption('glaze', 'sea', 'bone', 'ink')],
    variants: stocked('TEA-LPT-900', ['glaze'], {
      sea: [368, 52, 144, 'teapot'],
      bone: [368, 52, 96, 'teapot-bone'],
      ink: [398, 56, 60, 'teapot-ink'],
    }),
    pictures: pictures(
      ['teapot', 'The Long Pour teapot in sea green', '海色长注提梁壶'],
      ['teapot-detail', 'The lid and the cut of the spout, close', '壶盖与壶嘴切口的近景'],
      ['teapot-bone', 'The teapot in bone', '骨白色长注提梁壶'],
      ['teapot-ink', 'The teapot in ink', '墨色长注提梁壶'],
    ),
    popularity: 880,
    publishedAt: daysAgo(500),
  },
  {
    slug: 'plainwater-gaiwan',
    department: 'tea',
    brand: 'long-pour',
    title: both('Plainwater gaiwan, 150 ml', '白水盖碗 150 ml'),
    summary: both(
      'Lid, bowl, saucer. Hides nothing about the tea.',
      '盖、碗、托。茶好不好，它都不替你瞒着。',
    ),
    story: both(
      'Thin at the lip and thick where your fingers go, so that it can be held while it is hot by someone who was not born to it. One line of blue below the rim says how far to fill.\n\nThe porcelain is fired to 1310 degrees and remembers nothing: rock tea in the morning, green in the afternoon.',
      '碗沿薄，手捏的地方厚，就算不是从小端盖碗的人，也不会被烫着。沿口下一圈青线，水注到那里正好。\n\n瓷胎烧到 1310 度，不吃味：上午喝岩茶，下午照样泡绿茶。',
    ),
    facts: table(
      ['Material', '材质', 'Hard porcelain', '硬质瓷'],
      ['Holds', '容量', '150 ml to the line', '至青线 150 ml'],
      ['Weight', '重量', '212 g with its saucer', '连托 212 g'],
      ['Care', '打理', 'Dishwasher, if you must', '实在要用洗碗机也行'],
    ),
    specs: [
      material('porcelain'),
      origin('jingdezhen'),
      capacity('up-to-250'),
      care('dishwasher'),
      ...comesIn('bone'),
    ],
    options: [],
    variants: one('TEA-PLW-150', [168, 24, 3]),
    pictures: pictures(
      ['gaiwan', 'The Plainwater gaiwan, lid on', '盖着盖的白水盖碗'],
      ['gaiwan-open', 'The gaiwan open, its lid leaning on the saucer', '揭开的盖碗，碗盖斜倚在托上'],
    ),
    popularity: 540,
    publishedAt: daysAgo(365),
  },
  {
    slug: 'fairlead-pitcher',
    department: 'tea',
    brand: 'long-pour',
    title: both('Fairlead sharing pitcher', '导缆公道杯'),
    summary: both('So that the first cup and the last are the same tea.', '让第一杯和最后一杯，是同一泡茶。'),
    story: both(
      'Tea at the top of a pot is thin and tea at the bottom is strong; a pitcher between pot and cups is the oldest way to be fair about it. This one has no handle, because it never gets too hot to hold at the collar.',
      '壶里的茶，上头淡、下头浓；壶与杯之间放一只公道杯，是最老的公平办法。这只没有把手：颈口一圈始终不烫，直接拿就好。',
    ),
    facts: table(
      ['Material', '材质', 'Celadon stoneware', '青瓷'],
      ['Holds', '容量', '220 ml', '220 ml'],
      ['Pour', '出水', 'Breaks clean at the lip', '断水利落'],
      ['Care', '打理', 'Wash by hand', '手洗'],
    ),
    specs: [
      material('stoneware'),
      origin('longquan'),
      capacity('up-to-250'),
      care('hand-wash'),
      ...comesIn('sea'),
    ],
    options: [],
    variants: one('TEA-FRL-220', [158, 22, 118]),
    pictures: pictures(['pitcher', 'The Fairlead sharing pitcher in celadon', '青瓷导缆公道杯']),
    popularity: 280,
    publishedAt: daysAgo(210),
  },
  {
    slug: 'sandbar-tea-bowl',
    department: 'tea',
    brand: 'long-pour',
    title: both('Sandbar tea bowl', '沙洲茶碗'),
    summary: both('A bowl for whisked tea, with room for the wrist to work.', '点茶的碗，给手腕留足了余地。'),
    story: both(
      'Thrown a little out of round, on purpose: the low side is where you drink, the high side is where the whisk turns. The glaze breaks to bare clay at the foot, so you know by touch which way you are holding it.\n\nThe whisk in the picture is sold with the bowl or left out, as you choose.',
      '拉坯时故意拉得不太圆：低的一边用来喝，高的一边给茶筅转身。釉在圈足处断开，露出胎土，手一摸就知道朝哪边。\n\n图里的茶筅可以一起买，也可以不要。',
    ),
    facts: table(
      ['Material', '材质', 'Grogged stoneware', '夹砂粗陶'],
      ['Size', '尺寸', '12.5 cm across, 7.5 cm high', '口径 12.5 cm，高 7.5 cm'],
      ['Whisk', '茶筅', 'Bamboo, eighty tines', '竹制，八十本'],
      ['Care', '打理', 'Warm water, then air', '温水冲净，晾干'],
    ),
    specs: [
      material('stoneware'),
      origin('longquan'),
      capacity('250-to-750'),
      care('hand-wash'),
      ...comesIn('clay'),
    ],
    options: [
      {
        key: 'with',
        label: both('Comes', '搭配'),
        values: [
          { key: 'whisk', label: both('With a whisk', '含茶筅') },
          { key: 'bowl', label: both('Bowl alone', '单碗') },
        ],
      },
    ],
    variants: stocked('TEA-SDB', ['with'], {
      whisk: [328, 46, 58],
      bowl: [238, 34, 82],
    }),
    pictures: pictures(['tea-bowl', 'The Sandbar tea bowl with a bamboo whisk', '沙洲茶碗与竹茶筅']),
    popularity: 210,
    publishedAt: daysAgo(95),
  },
];
