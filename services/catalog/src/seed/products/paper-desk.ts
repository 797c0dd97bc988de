import { daysAgo } from '../calendar.js';
import { colourOption, comesIn } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { care, material, origin } from '../specs.js';

export const paperDesk: ProductSeed[] = [
  {
    slug: 'reed-desk-cup',
    department: 'paper',
    brand: 'ledger-and-reed',
    title: both('Reed desk cup with pencils', '苇秆笔筒 含铅笔'),
    summary: both(
      'A stoneware cup and four pencils, sharpened, so you can start.',
      '一只粗陶筒，四支削好的铅笔，拿来就能写。',
    ),
    story: both(
      'Straight sides and a foot wide enough that it does not go over when you reach across. The pencils are ours: cedar, soft enough to be pleasant, hard enough to stay sharp for a page.',
      '筒身直上直下，底够宽，伸手够东西不会带倒。铅笔是自家的：雪松木，软得写着舒服，又硬得够写满一页不用削。',
    ),
    facts: table(
      ['Cup', '笔筒', 'Stoneware, glazed inside', '粗陶，内壁施釉'],
      ['Pencils', '铅笔', 'Four, cedar, 2B', '四支，雪松木，2B'],
      ['Size', '尺寸', '8 cm across, 10 cm high', '直径 8 cm，高 10 cm'],
    ),
    specs: [material('stoneware'), origin('hangzhou'), care('wipe'), ...comesIn('oat')],
    options: [],
    variants: one('PAP-REE-4', [118, 16.5, 0]),
    pictures: pictures(['pencup', 'The Reed desk cup with four pencils', '插着四支铅笔的苇秆笔筒']),
    popularity: 360,
    publishedAt: daysAgo(275),
  },
  {
    slug: 'marsh-pencils',
    department: 'paper',
    brand: 'ledger-and-reed',
    title: both('Marsh pencils, box of twelve', '沼泽铅笔 十二支'),
    summary: both(
      'Cedar, round, unpainted but for the end you chew.',
      '雪松木，圆杆，只在你会咬的那头上了漆。',
    ),
    story: both(
      'Round pencils roll, we know; these are shaved flat on one side so that they stop. The box has a sliding lid and is the right size for the stubs afterwards.',
      '圆杆会滚，我们知道；所以削了一面平的，滚不远。盒子是抽拉盖，用剩的铅笔头装回去，大小正好。',
    ),
    facts: table(
      ['Wood', '木料', 'Incense cedar', '香雪松'],
      ['Grade', '硬度', 'HB or 2B', 'HB 或 2B'],
      ['Box', '盒', 'Pine, sliding lid', '松木，抽拉盖'],
    ),
    specs: [material('cedar'), origin('estonia')],
    options: [
      {
        key: 'grade',
        label: both('Grade', '硬度'),
        values: [
          { key: 'hb', label: both('HB', 'HB') },
          { key: '2b', label: both('2B', '2B') },
        ],
      },
    ],
    variants: stocked('PAP-MRS-12', ['grade'], {
      hb: [98, 14, 270],
      '2b': [98, 14, 340],
    }),
    pictures: pictures(['pencils', 'Cedar pencils in their open box', '打开的木盒里，一排雪松铅笔']),
    popularity: 310,
    publishedAt: daysAgo(220),
  },
  {
    slug: 'almanac-desk-calendar',
    department: 'paper',
    brand: 'north-quay',
    title: both('Almanac desk calendar 2027', '历书台历 2027'),
    summary: both(
      'Twelve cards on an oak block. The moon is printed, the weather is not.',
      '一块橡木，十二张卡。印了月相，没印天气。',
    ),
    story: both(
      'One card a month, large figures, both new moons and full. The block has a second slot behind, for the card you are done with or a photograph you are not.\n\nNext year send for the cards alone. The block stays.',
      '一月一张，字大，朔望都标了。木座后面还有一道槽，插翻过去的那张，或者一张不想翻过去的照片。\n\n明年只买卡片就行，木座一直用。',
    ),
    facts: table(
      ['Block', '木座', 'Oak, oiled', '橡木，上油'],
      ['Cards', '卡片', 'Twelve, 350 g board', '十二张，350 g 卡纸'],
      ['Size', '尺寸', '15 × 11 cm', '15 × 11 cm'],
      ['Languages', '文字', 'English and Chinese', '中英双语'],
    ),
    specs: [material('oak'), origin('estonia'), ...comesIn('oak')],
    options: [],
    variants: one('PAP-ALM-2027', [168, 24, 190]),
    pictures: pictures([
      'calendar',
      'The Almanac calendar: a card standing in an oak block',
      '历书台历：一张卡立在橡木座上',
    ]),
    popularity: 450,
    publishedAt: daysAgo(6),
  },
  {
    slug: 'sounding-paperweight',
    department: 'paper',
    brand: 'north-quay',
    title: both('Sounding paperweight', '测深镇纸'),
    summary: both(
      'Solid brass in the shape of a lead, the kind sailors dropped to find the bottom.',
      '实心黄铜，照着水手测深用的铅锤做的。',
    ),
    story: both(
      'Four hundred grams, turned, with a hollow underneath where tallow used to go and felt goes now. It holds down a map, a recipe or an argument.',
      '四百克，整料车成；底下有个凹，从前填牛油粘海底的沙，现在贴一圈毛毡。压得住地图，压得住菜谱，也压得住一场争论。',
    ),
    facts: table(
      ['Material', '材质', 'Solid brass, felt foot', '实心黄铜，毛毡底'],
      ['Size', '尺寸', '4.5 cm across, 7 cm high', '直径 4.5 cm，高 7 cm'],
      ['Weight', '重量', '410 g', '410 g'],
    ),
    specs: [material('brass'), origin('portugal'), care('wipe'), ...comesIn('brass', 'iron')],
    options: [colourOption('finish', 'brass', 'iron')],
    variants: stocked('PAP-SND', ['finish'], {
      brass: [158, 22, 88, 'paperweight'],
      iron: [128, 18, 105, 'paperweight-iron'],
    }),
    pictures: pictures(
      ['paperweight', 'The Sounding paperweight in brass on two sheets of paper', '压着两张纸的黄铜测深镇纸'],
      ['paperweight-iron', 'The paperweight in iron', '铁黑色测深镇纸'],
    ),
    popularity: 120,
    publishedAt: daysAgo(240),
  },
];
