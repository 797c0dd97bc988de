import { daysAgo } from '../calendar.js';
import { colourOption, comesIn } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { material, origin } from '../specs.js';

export const paperWrite: ProductSeed[] = [
  {
    slug: 'ledger-notebooks',
    department: 'paper',
    brand: 'ledger-and-reed',
    title: both('Ledger notebooks, set of three', '账本笔记 三册'),
    summary: both(
      'Three cloth covers, three thicknesses, one pencil that fits all of them.',
      '三种布面，三种厚薄，一支笔哪本都插得下。',
    ),
    story: both(
      'Sewn in sections, so they lie flat on the first page as well as on the last. The thin one is for the pocket, the thick one is for the year, and the one in the middle is for whatever you are actually doing.\n\nPages are numbered. Nobody asked for it and everybody thanks us.',
      '分帖锁线，翻到第一页和最后一页都能摊平。薄的揣兜里，厚的写一年，中间那本，写你手头真正在忙的事。\n\n每页都印了页码。没人要求过，人人都说好。',
    ),
    facts: table(
      ['Cover', '封面', 'Bookcloth over board', '布面精装'],
      ['Paper', '内页', '90 g, cream, fountain pens welcome', '90 g 米色纸，钢笔不洇'],
      ['Pages', '页数', '96, 144 and 224, numbered', '96、144、224 页，带页码'],
      ['Size', '尺寸', 'A5', 'A5'],
    ),
    specs: [material('paper'), origin('hangzhou'), ...comesIn('sea', 'rust', 'oat')],
    options: [
      {
        key: 'ruling',
        label: both('Ruling', '内页'),
        values: [
          { key: 'lined', label: both('Lined', '横线') },
          { key: 'dotted', label: both('Dotted', '点阵') },
          { key: 'plain', label: both('Plain', '空白') },
        ],
      },
    ],
    variants: stocked('PAP-LDG-3', ['ruling'], {
      lined: [128, 18, 380],
      dotted: [128, 18, 295],
      plain: [128, 18, 160],
    }),
    pictures: pictures(
      ['books', 'Three Ledger notebooks and a pencil', '三册账本笔记和一支铅笔'],
      ['books-spine', 'The sewn spines, close', '锁线书脊近景'],
    ),
    popularity: 780,
    publishedAt: daysAgo(430),
  },
  {
    slug: 'sluice-fountain-pen',
    department: 'paper',
    brand: 'ledger-and-reed',
    title: both('Sluice fountain pen', '水闸钢笔'),
    summary: both(
      'A steel nib, a brass body, and a cap that seals with a quarter turn.',
      '钢尖，铜身，笔帽转四分之一圈就封严。',
    ),
    story: both(
      'Left open over lunch it still writes. Left closed over summer it still writes. The nib is tuned by one woman with a loupe, who signs the slip in the box; if it scratches, write to her.',
      '吃顿午饭忘了盖，回来照样写；合上放一个夏天，拿起来照样写。笔尖由一位师傅戴着放大镜一支支调，盒里的纸条有她的签名；要是刮纸，写信给她。',
    ),
    facts: table(
      ['Nib', '笔尖', 'Steel, fine or medium', '钢尖，F 或 M'],
      ['Body', '笔身', 'Lacquered brass', '黄铜烤漆'],
      ['Filling', '上墨', 'Converter included, standard cartridges', '附上墨器，可用通用墨囊'],
      ['Size', '尺寸', '13.6 cm closed, 31 g', '合帽 13.6 cm，31 g'],
    ),
    specs: [material('brass'), origin('hangzhou'), ...comesIn('ink', 'sea')],
    options: [
      colourOption('colour', 'ink', 'sea'),
      {
        key: 'nib',
        label: both('Nib', '笔尖'),
        values: [
          { key: 'f', label: both('Fine', '细尖 F') },
          { key: 'm', label: both('Medium', '中尖 M') },
        ],
      },
    ],
    variants: stocked('PAP-SLU', ['colour', 'nib'], {
      'ink f': [488, 68, 96, 'pen'],
      'ink m': [488, 68, 72, 'pen'],
      'sea f': [488, 68, 4, 'pen-sea'],
    }),
    pictures: pictures(
      ['pen', 'The Sluice pen in ink, uncapped, cap beside it', '墨色水闸钢笔，笔帽放在一旁'],
      ['pen-sea', 'The pen in sea green', '海色水闸钢笔'],
    ),
    popularity: 330,
    publishedAt: daysAgo(170),
  },
  {
    slug: 'low-water-ink',
    department: 'paper',
    brand: 'ledger-and-reed',
    title: both('Low Water ink, 50 ml', '低水位墨水 50 ml'),
    summary: both(
      'Named for the bottle: it is made so that the last of it can be reached.',
      '名字说的是瓶子：剩最后一点，也吸得上来。',
    ),
    story: both(
      'The well of the bottle is cut to a cone, and the foot has a flat to lean it on. The colours are pigments, not dyes; they dry where you put them and stay there when a cup is set down on top.',
      '瓶底是个圆锥，瓶脚削了一面，可以斜着放。颜色用的是颜料，不是染料；写在哪儿干在哪儿，杯子压上去也不跑。',
    ),
    facts: table(
      ['Ink', '墨水', 'Pigment, waterproof when dry', '颜料型，干后防水'],
      ['Holds', '容量', '50 ml', '50 ml'],
      ['Bottle', '瓶身', 'Cast glass, cork-lined cap', '压铸玻璃，软木衬盖'],
      ['Pens', '用笔', 'Rinse monthly', '每月洗一次笔'],
    ),
    specs: [material('ink'), origin('hangzhou'), ...comesIn('ink', 'sea', 'rust')],
    options: [colourOption('colour', 'ink', 'sea', 'rust')],
    variants: stocked('PAP-LWI-50', ['colour'], {
      ink: [138, 19, 310, 'ink-bottle'],
      sea: [138, 19, 245, 'ink-bottle-sea'],
      rust: [138, 19, 118, 'ink-bottle-rust'],
    }),
    pictures: pictures(
      ['ink-bottle', 'A bottle of Low Water ink in black', '一瓶黑色低水位墨水'],
      ['ink-bottle-sea', 'The ink in sea green', '海色低水位墨水'],
      ['ink-bottle-rust', 'The ink in rust', '铁锈色低水位墨水'],
    ),
    popularity: 370,
    publishedAt: daysAgo(150),
  },
  {
    slug: 'packet-letter-paper',
    department: 'paper',
    brand: 'ledger-and-reed',
    title: both('Packet letter paper', '邮船信笺'),
    summary: both(
      'Twenty-four sheets, twelve envelopes, one length of string.',
      '二十四张信纸，十二只信封，一根棉绳。',
    ),
    story: both(
      'Cotton paper with a deckle on one edge only, so that the pile squares up. It has been a while since most of us wrote a letter; there is a line of grey at the top of each sheet, and it is easier to begin below a line.',
      '棉浆纸，只留一边毛边，叠起来才齐。大家都有些日子没写信了；每张纸顶上印了一道灰线，有条线在，开头会容易些。',
    ),
    facts: table(
      ['Paper', '纸', 'Cotton, 120 g', '棉浆，120 g'],
      ['Contents', '内容', '24 sheets, 12 envelopes', '信纸 24 张，信封 12 只'],
      ['Size', '尺寸', 'A5, envelopes C6', 'A5，信封 C6'],
    ),
    specs: [material('paper'), origin('jingxian'), ...comesIn('bone')],
    options: [],
    variants: one('PAP-PKT-24', [112, 16, 205]),
    pictures: pictures([
      'letter-paper',
      'A stack of letter paper and envelopes tied with string',
      '棉绳扎着的一叠信纸与信封',
    ]),
    popularity: 140,
    publishedAt: daysAgo(320),
  },
];
