import { daysAgo } from '../calendar.js';
import { colourOption, comesIn } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { care, material, origin } from '../specs.js';

export const homeRooms: ProductSeed[] = [
  {
    slug: 'stillroom-vase',
    department: 'home',
    brand: 'stillroom',
    title: both('Stillroom vase', '静室花瓶'),
    summary: both('A narrow neck, so that one branch is enough.', '瓶口窄，一枝就够。'),
    story: both(
      'Most vases ask for a bunch. This one was drawn around a single stem of whatever is out, and it is as content with a twig in January as with quince in March.\n\nThe outside is left raw and feels like chalk. Inside it is glazed, and it holds water.',
      '多数花瓶要一大把才撑得住。这只是照着一枝画的，外面有什么插什么；正月一根枯枝，三月一枝贴梗海棠，它都自在。\n\n外壁不上釉，摸着像粉笔；里面有釉，不渗水。',
    ),
    facts: table(
      ['Material', '材质', 'Stoneware, glazed inside', '粗陶，内壁施釉'],
      ['Size', '尺寸', '14 cm across, 21 cm high', '腹径 14 cm，高 21 cm'],
      ['Mouth', '瓶口', '2.2 cm', '2.2 cm'],
      ['Care', '打理', 'A bottle brush and patience', '瓶刷，慢慢刷'],
    ),
    specs: [material('stoneware'), origin('longquan'), care('hand-wash'), ...comesIn('chalk', 'clay', 'ink')],
    options: [colourOption('glaze', 'chalk', 'clay', 'ink')],
    variants: stocked('HOM-STV', ['glaze'], {
      chalk: [268, 38, 126, 'vase'],
      clay: [268, 38, 93, 'vase-clay'],
      ink: [268, 38, 5, 'vase-ink'],
    }),
    pictures: pictures(
      ['vase', 'The Stillroom vase in chalk with one leafy branch', '粉白静室花瓶，插着一枝叶'],
      ['vase-clay', 'The vase in clay', '陶土色静室花瓶'],
      ['vase-ink', 'The vase in ink', '墨色静室花瓶'],
    ),
    popularity: 590,
    publishedAt: daysAgo(370),
  },
  {
    slug: 'lee-shore-blanket',
    department: 'home',
    brand: 'stillroom',
    title: both('Lee Shore blanket, lambswool', '背风羊毛毯'),
    summary: both('Woven soft, washed hard, finished with teasels.', '织得松，洗得狠，最后用起绒草梳过。'),
    story: both(
      'Lambswool from flocks that stay out all winter, carded and spun forty miles from where it grew. It is washed in burn water until it fulls, which is why it is warm without being heavy.\n\nA corner ribbon carries the weaver’s initials. Ours this year are mostly M. and K.',
      '羊整个冬天都在外头，毛就在六十公里内梳好、纺好。用溪水反复洗到缩绒，所以暖，却不压人。\n\n毯角缝了一小段缎带，是织工的缩写。今年多半是 M. 和 K.。',
    ),
    facts: table(
      ['Wool', '羊毛', 'Pure lambswool', '纯羔羊毛'],
      ['Size', '尺寸', '185 × 140 cm', '185 × 140 cm'],
      ['Weight', '重量', '1.2 kg', '1.2 kg'],
      ['Care', '打理', 'Cold wool wash, dry flat', '冷水羊毛洗，平铺晾干'],
    ),
    specs: [material('wool'), origin('scotland'), care('wool-wash'), ...comesIn('rust', 'sea', 'oat')],
    options: [colourOption('colour', 'rust', 'sea', 'oat')],
    variants: stocked('HOM-LSB', ['colour'], {
      rust: [588, 82, 118, 'blanket'],
      sea: [588, 82, 84, 'blanket-sea'],
      oat: [588, 82, 0, 'blanket-oat'],
    }),
    pictures: pictures(
      ['blanket', 'The Lee Shore blanket in rust, folded', '叠好的铁锈色背风羊毛毯'],
      ['blanket-sea', 'The blanket in sea green', '海色背风羊毛毯'],
      ['blanket-oat', 'The blanket in oat', '燕麦色背风羊毛毯'],
    ),
    popularity: 650,
    publishedAt: daysAgo(295),
  },
  {
    slug: 'harbour-linen-cushion',
    department: 'home',
    brand: 'stillroom',
    title: both('Harbour linen cushion', '港湾亚麻靠垫'),
    summary: both(
      'Feather inside, stone-washed linen outside, no buttons to sit on.',
      '里面羽毛，外面石洗亚麻，没有扣子硌着你。',
    ),
    story: both(
      'The cover closes with a deep fold, like a pillowcase on a good bed. It creases. If you iron it, it will crease again by Tuesday, and after a year you will stop minding.',
      '套子靠一道深折收口，像好床上的枕套。它会皱。你要熨也行，到星期二又皱了；用上一年，你就不计较了。',
    ),
    facts: table(
      ['Cover', '外套', 'Linen, 210 g/m², stone-washed', '石洗亚麻，210 g/m²'],
      ['Inside', '内芯', 'Duck feather, cotton case', '鸭羽毛，棉胎'],
      ['Size', '尺寸', '50 × 50 cm', '50 × 50 cm'],
      ['Care', '打理', 'Cover at 40 °C', '外套 40 °C 机洗'],
    ),
    specs: [material('linen'), origin('estonia'), ...comesIn('oat', 'sea', 'clay')],
    options: [colourOption('colour', 'oat', 'sea', 'clay')],
    variants: stocked('HOM-HLC-50', ['colour'], {
      oat: [328, 46, 134, 'cushion'],
      sea: [328, 46, 97, 'cushion-sea'],
      clay: [328, 46, 71, 'cushion-clay'],
    }),
    pictures: pictures(
      ['cushion', 'The Harbour cushion in oat linen', '燕麦色港湾亚麻靠垫'],
      ['cushion-sea', 'The cushion in sea green', '海色港湾亚麻靠垫'],
      ['cushion-clay', 'The cushion in clay', '陶土色港湾亚麻靠垫'],
    ),
    popularity: 270,
    publishedAt: daysAgo(100),
  },
  {
    slug: 'smoulder-incense-dish',
    department: 'home',
    brand: 'stillroom',
    title: both('Smoulder incense dish', '余香香碟'),
    summary: both(
      'A shallow dish, a brass post, and somewhere for the ash to land.',
      '一只浅碟，一根铜柱，香灰有处可落。',
    ),
    story: both(
      'The post is drilled at four degrees off upright, so that a stick leans in and its ash falls on the dish to the last centimetre. We did the sum because nobody else seems to have.',
      '铜柱的孔斜了四度，香往里倾，到最后一厘米，灰都落在碟里。这道题好像没人算过，我们算了。',
    ),
    facts: table(
      ['Dish', '碟', 'Stoneware, unglazed', '粗陶，素烧'],
      ['Post', '香插', 'Brass, for 2 and 3 mm', '黄铜，适用 2、3 mm 线香'],
      ['Size', '尺寸', '16 cm across, 3 cm high', '直径 16 cm，高 3 cm'],
    ),
    specs: [material('stoneware'), origin('longquan'), care('wipe'), ...comesIn('slate')],
    options: [],
    variants: one('HOM-SMD-16', [158, 22, 143]),
    pictures: pictures([
      'incense-dish',
      'The Smoulder dish with a stick of incense',
      '插着一支线香的余香香碟',
    ]),
    popularity: 180,
    publishedAt: daysAgo(3),
  },
];
