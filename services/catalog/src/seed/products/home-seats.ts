import { daysAgo } from '../calendar.js';
import { colourOption, comesIn, sizeOption } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { care, material, origin } from '../specs.js';

export const homeSeats: ProductSeed[] = [
  {
    slug: 'noon-desk-clock',
    department: 'home',
    brand: 'north-quay',
    title: both('Noon desk clock', '正午座钟'),
    summary: both(
      'Wood all the way round, and a movement you can sleep beside.',
      '一圈实木，机芯安静到可以放枕边。',
    ),
    story: both(
      'The hands sweep; there is no tick. The case is turned from one disc and stands in a foot of the same tree, and at twelve the minute hand lines up with the grain, which is where the name comes from.',
      '指针是扫的，没有滴答。钟壳由一整片木头车出来，底座也是同一棵树；十二点整，分针正好和木纹对齐，名字就是这么来的。',
    ),
    facts: table(
      ['Case', '钟壳', 'Solid wood, oiled', '实木，上油'],
      ['Movement', '机芯', 'Silent quartz', '静音石英'],
      ['Battery', '电池', 'One AA, two years', '一节 5 号，用两年'],
      ['Size', '尺寸', '17 cm across, 6 cm deep', '直径 17 cm，厚 6 cm'],
    ),
    specs: [material('oak'), origin('sweden'), care('wipe'), ...comesIn('oak', 'walnut')],
    options: [colourOption('wood', 'oak', 'walnut')],
    variants: stocked('HOM-NNC', ['wood'], {
      oak: [428, 60, 4, 'clock'],
      walnut: [458, 64, 67, 'clock-walnut'],
    }),
    pictures: pictures(
      ['clock', 'The Noon clock in oak', '橡木正午座钟'],
      ['clock-walnut', 'The clock in walnut', '胡桃木正午座钟'],
    ),
    popularity: 500,
    publishedAt: daysAgo(265),
  },
  {
    slug: 'first-watch-alarm-clock',
    department: 'home',
    brand: 'north-quay',
    title: both('First Watch alarm clock', '头更闹钟'),
    summary: both('A bell, not a tune. It has one thing to say.', '是铃，不是曲子。它只有一句话要说。'),
    story: both(
      'Wound by hand, a turn each evening, and it runs for thirty hours so that a forgotten night does no harm. The bell is inside the case and strikes softly for ten seconds before it means it.',
      '手上弦，每晚拧几下；一次走三十小时，忘一晚也不要紧。铃在壳里，先轻敲十秒，再认真地响。',
    ),
    facts: table(
      ['Case', '钟壳', 'Brass, three feet', '黄铜，三足'],
      ['Movement', '机芯', 'Mechanical, 30 hours', '机械，走时 30 小时'],
      ['Accuracy', '走时', 'Within a minute a day', '日差一分钟以内'],
      ['Size', '尺寸', '9 cm across, 10 cm high', '直径 9 cm，高 10 cm'],
    ),
    specs: [material('brass'), origin('sweden'), care('wipe'), ...comesIn('brass', 'ink')],
    options: [colourOption('finish', 'ink', 'brass')],
    variants: stocked('HOM-FWA', ['finish'], {
      ink: [348, 48, 110, 'alarm-clock'],
      brass: [388, 54, 62, 'alarm-clock-brass'],
    }),
    pictures: pictures(
      ['alarm-clock', 'The First Watch alarm clock in ink on three brass feet', '墨色头更闹钟，三只黄铜脚'],
      ['alarm-clock-brass', 'The alarm clock in brass', '黄铜头更闹钟'],
    ),
    popularity: 230,
    publishedAt: daysAgo(130),
  },
  {
    slug: 'oakum-stool',
    department: 'home',
    brand: 'oakum',
    title: both('Oakum stool, ash', '麻絮圆凳 白蜡木'),
    summary: both(
      'A seat, a step, a bedside table. Four legs and no instructions.',
      '能坐，能踩，能当床头柜。四条腿，没有说明书。',
    ),
    story: both(
      'The legs go right through the seat and are wedged from above, where you can see it. Sit down and the joint tightens; that is the oldest trick in chairs. The pad is wool felt over oakum, and it lifts off.',
      '凳腿穿透凳面，从上头打楔，明摆着给你看。人一坐，榫越紧，做椅子最老的一招。坐垫是羊毛毡裹麻絮，可以取下来。',
    ),
    facts: table(
      ['Wood', '木料', 'Ash, white oil', '白蜡木，白油'],
      ['Pad', '坐垫', 'Wool felt, loose', '羊毛毡，可取'],
      ['Size', '尺寸', '34 cm across, 45 cm high', '直径 34 cm，高 45 cm'],
      ['Holds', '承重', '150 kg', '150 kg'],
    ),
    specs: [material('ash'), origin('estonia'), care('wipe'), ...comesIn('ash')],
    options: [sizeOption('height', both('Height', '高度'), { '45cm': '45 cm', '65cm': '65 cm' })],
    variants: stocked('HOM-OKS', ['height'], {
      '45cm': [788, 110, 56],
      '65cm': [898, 125, 43],
    }),
    pictures: pictures(['stool', 'The Oakum stool with its felt pad', '带毛毡坐垫的麻絮圆凳']),
    popularity: 420,
    publishedAt: daysAgo(4),
  },
  {
    slug: 'oakum-bench',
    department: 'home',
    brand: 'oakum',
    title: both('Oakum hall bench', '麻絮玄关长凳'),
    summary: both('For two people and the shoes of four.', '坐得下两个人，放得下四个人的鞋。'),
    story: both(
      'The stool, drawn out. One rail below keeps the legs from spreading and gives the shoes somewhere to be. It comes whole, in a box the size of a door.',
      '把圆凳拉长，就是它。底下一根横枨，既拉住凳腿，也给鞋子一个去处。整件发货，箱子有一扇门那么大。',
    ),
    facts: table(
      ['Wood', '木料', 'Oak or walnut, oiled', '橡木或胡桃木，上油'],
      ['Size', '尺寸', '110 × 34 × 45 cm', '110 × 34 × 45 cm'],
      ['Holds', '承重', '240 kg', '240 kg'],
      ['Delivery', '送货', 'Two people, to the room', '两人送货入户'],
    ),
    specs: [material('oak'), origin('estonia'), care('oil'), ...comesIn('oak', 'walnut')],
    options: [colourOption('wood', 'oak', 'walnut')],
    variants: stocked('HOM-OKB-110', ['wood'], {
      oak: [1718, 240, 45, 'bench'],
      walnut: [2018, 280, 0, 'bench-walnut'],
    }),
    pictures: pictures(
      ['bench', 'The Oakum bench in oak', '橡木麻絮长凳'],
      ['bench-walnut', 'The bench in walnut', '胡桃木麻絮长凳'],
    ),
    popularity: 110,
    publishedAt: daysAgo(225),
  },
  {
    slug: 'creel-basket',
    department: 'home',
    brand: 'oakum',
    title: both('Creel willow basket', '鱼篓柳条筐'),
    summary: both(
      'Woven green, dried slowly, strong enough to stand on. Please do not.',
      '趁青编，慢慢干，结实到能站人。请别站。',
    ),
    story: both(
      'Brown willow with the bark left on, from beds that are cut each winter and grow back by summer. It will hold logs, blankets or a sleeping dog, and it creaks a little for the first month.',
      '带皮的褐柳，每年冬天割，夏天又长回来。装柴，装毯子，装一只睡着的狗都行；头一个月会轻轻地响。',
    ),
    facts: table(
      ['Material', '材质', 'Brown willow, cotton rope', '褐柳，棉绳'],
      ['Size', '尺寸', '38 cm across, 32 cm high', '直径 38 cm，高 32 cm'],
      ['Care', '打理', 'A damp cloth, away from radiators', '湿布擦，别靠暖气'],
    ),
    specs: [material('willow'), origin('estonia'), care('wipe')],
    options: [],
    variants: one('HOM-CRL-38', [318, 44, 59]),
    pictures: pictures(['basket', 'The Creel basket with two rope handles', '带两只绳把手的鱼篓柳条筐']),
    popularity: 150,
    publishedAt: daysAgo(185),
  },
];
