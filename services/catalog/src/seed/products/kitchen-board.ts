import { daysAgo } from '../calendar.js';
import { colourOption, comesIn } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { capacity, care, material, origin } from '../specs.js';

export const kitchenBoard: ProductSeed[] = [
  {
    slug: 'offcut-boards',
    department: 'kitchen',
    brand: 'hearthline',
    title: both('Offcut boards, pair', '余料砧板 一对'),
    summary: both(
      'One oak, one walnut, both from what was left of a table.',
      '一块橡木，一块胡桃木，都是做桌子剩下的料。',
    ),
    story: both(
      'No two pairs are the same size, give or take a centimetre, because the table decides. The large one is for bread, the small one is for everything that stains.',
      '每一对大小都差那么一厘米，由桌子说了算。大的切面包，小的对付那些会染色的东西。',
    ),
    facts: table(
      ['Wood', '木料', 'White oak and black walnut', '白橡木与黑胡桃'],
      ['Large', '大板', 'About 38 × 24 × 2.2 cm', '约 38 × 24 × 2.2 cm'],
      ['Small', '小板', 'About 27 × 18 × 2 cm', '约 27 × 18 × 2 cm'],
      ['Care', '打理', 'Wash, stand on edge, oil when dry', '洗净侧立，干了上油'],
    ),
    specs: [material('oak'), origin('maine'), care('oil'), ...comesIn('oak', 'walnut')],
    options: [],
    variants: one('KIT-OFC-2', [258, 36, 150]),
    pictures: pictures([
      'board',
      'An oak board, a walnut board and a salt dish',
      '一块橡木板、一块胡桃木板和一只盐碟',
    ]),
    popularity: 520,
    publishedAt: daysAgo(390),
  },
  {
    slug: 'ripple-serving-bowl',
    department: 'kitchen',
    brand: 'hearthline',
    title: both('Ripple serving bowl, 24 cm', '涟漪大碗 24 cm'),
    summary: both(
      'Wide, low, and glazed so that the last spoonful still looks good.',
      '又宽又浅，吃到最后一勺，碗底还是好看的。',
    ),
    story: both(
      'The rings inside are the potter’s fingers going up, left where they were. The glaze runs thin on their backs and thick between, which is all the decoration there is.',
      '碗里一圈圈，是拉坯时手指往上走留下的，没有抹掉。釉在棱上薄、在沟里厚，除此之外没有别的花样。',
    ),
    facts: table(
      ['Material', '材质', 'Stoneware, reactive glaze', '粗陶，窑变釉'],
      ['Size', '尺寸', '24 cm across, 8 cm high', '口径 24 cm，高 8 cm'],
      ['Holds', '容量', '1.6 l', '1.6 升'],
      ['Care', '打理', 'Dishwasher, microwave', '可用洗碗机、微波炉'],
    ),
    specs: [
      material('stoneware'),
      origin('portugal'),
      capacity('750-to-2000'),
      care('dishwasher'),
      ...comesIn('sea', 'bone', 'clay'),
    ],
    options: [colourOption('glaze', 'sea', 'bone', 'clay')],
    variants: stocked('KIT-RPL-24', ['glaze'], {
      sea: [198, 28, 190, 'bowl'],
      bone: [198, 28, 142, 'bowl-bone'],
      clay: [198, 28, 0, 'bowl-clay'],
    }),
    pictures: pictures(
      ['bowl', 'The Ripple bowl in sea green', '海色涟漪大碗'],
      ['bowl-bone', 'The bowl in bone', '骨白色涟漪大碗'],
      ['bowl-clay', 'The bowl in clay', '陶土色涟漪大碗'],
    ),
    popularity: 570,
    publishedAt: daysAgo(310),
  },
  {
    slug: 'galley-knife',
    department: 'kitchen',
    brand: 'hearthline',
    title: both('Galley cook’s knife, 18 cm', '船舱主厨刀 18 cm'),
    summary: both(
      'Carbon steel that darkens with use and takes an edge from anyone.',
      '碳钢，越用越暗，谁磨都磨得快。',
    ),
    story: both(
      'We chose a steel that stains because the ones that do not are a nuisance to sharpen. After a month of onions it will be the colour of slate and after that it hardly changes.\n\nWipe it. That is the whole of the care.',
      '选了会变色的钢，因为不变色的那些磨起来太费劲。切上一个月洋葱，刀面会变成石板的颜色，之后就不大变了。\n\n用完擦干，别的都不用管。',
    ),
    facts: table(
      ['Blade', '刀身', 'Carbon steel, 60 HRC, 2 mm at the heel', '碳钢，60 HRC，刀跟厚 2 mm'],
      ['Handle', '刀柄', 'Oiled oak, full tang', '油橡木，全龙骨'],
      ['Length', '长度', '18 cm blade, 31 cm in all', '刀刃 18 cm，全长 31 cm'],
      ['Sharpening', '磨刀', 'Free at the workshop, for life', '送回作坊，终身免费磨'],
    ),
    specs: [material('steel'), origin('sweden'), care('hand-wash'), ...comesIn('steel')],
    options: [],
    variants: one('KIT-GAL-18', [458, 64, 84]),
    pictures: pictures(['knife', 'The Galley knife, blade to the left, oak handle', '船舱主厨刀，橡木刀柄']),
    popularity: 320,
    publishedAt: daysAgo(180),
  },
  {
    slug: 'tideline-plates',
    department: 'kitchen',
    brand: 'hearthline',
    title: both('Tideline plates, set of four', '潮痕盘 四只装'),
    summary: both(
      'A raised edge for sauce, a bare rim for your thumb.',
      '边沿一道棱拦住汁水，外圈不上釉好搭拇指。',
    ),
    story: both(
      'The glaze stops a finger’s width from the edge and leaves a line like the one the sea leaves on a pier. Every plate is dipped by hand, so the line wanders a little. Stack them and you can see the week they were made.',
      '釉停在离边一指宽的地方，留下一道线，像海水在码头上留的那种。每只都是手持浸釉，线有高有低；叠起来看，就像看见做它们的那一个星期。',
    ),
    facts: table(
      ['Material', '材质', 'Stoneware', '粗陶'],
      ['Size', '尺寸', '26 cm, stacks to 9 cm', '直径 26 cm，四只叠高 9 cm'],
      ['Weight', '重量', '690 g each', '每只 690 g'],
      ['Care', '打理', 'Dishwasher, microwave', '可用洗碗机、微波炉'],
    ),
    specs: [material('stoneware'), origin('portugal'), care('dishwasher'), ...comesIn('bone', 'ink')],
    options: [colourOption('glaze', 'bone', 'ink')],
    variants: stocked('KIT-TDL-4', ['glaze'], {
      bone: [388, 54, 112, 'plates'],
      ink: [388, 54, 76, 'plates-ink'],
    }),
    pictures: pictures(
      ['plates', 'Four Tideline plates in bone, stacked', '叠放的四只骨白色潮痕盘'],
      ['plates-ink', 'The plates in ink', '墨色潮痕盘'],
    ),
    popularity: 430,
    publishedAt: daysAgo(140),
  },
  {
    slug: 'spurtle-spoons',
    department: 'kitchen',
    brand: 'oakum',
    title: both('Spurtle spoons, set of three', '搅粥勺 三只装'),
    summary: both(
      'A stirrer, a taster and a scraper, from one branch of cherry.',
      '一只搅，一只尝，一只刮，同一根樱桃木。',
    ),
    story: both(
      'Stool makers have short ends. These are theirs: split along the grain, shaved with a knife, boiled in oil. The scraper has one square corner, for pans that have one too.',
      '做凳子总有短料，这三只就是短料做的：顺纹劈开，刀子刮形，再下油锅煮透。刮勺留了一个方角，专治有方角的锅。',
    ),
    facts: table(
      ['Wood', '木料', 'Cherry, oil-boiled', '樱桃木，油煮'],
      ['Length', '长度', '32, 30 and 28 cm', '32、30、28 cm'],
      ['Care', '打理', 'Wash by hand, dry upright', '手洗，竖着晾干'],
    ),
    specs: [material('cherry'), origin('estonia'), care('hand-wash')],
    options: [],
    variants: one('KIT-SPT-3', [168, 24, 230]),
    pictures: pictures(['spoons', 'Three cherry spoons in a stoneware jar', '陶罐里的三只樱桃木勺']),
    popularity: 240,
    publishedAt: daysAgo(110),
  },
];
