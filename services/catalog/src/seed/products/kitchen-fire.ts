import { daysAgo } from '../calendar.js';
import { colourOption, comesIn, sizeOption } from '../colours.js';
import { both, one, type ProductSeed, pictures, stocked, table } from '../product-seed.js';
import { capacity, care, material, origin } from '../specs.js';

export const kitchenFire: ProductSeed[] = [
  {
    slug: 'heron-pour-over-kettle',
    department: 'kitchen',
    brand: 'hearthline',
    title: both('Heron pour-over kettle', '鹭嘴手冲壶'),
    summary: both(
      'A long neck and a small mouth, for people who count to thirty.',
      '颈长嘴小，给冲咖啡时会默数三十秒的人。',
    ),
    story: both(
      'The spout leaves the body low, where the water is hottest, and narrows twice before it lets go. Tilt it and you get a thread; tilt it more and you get a slightly thicker thread.\n\nIt sits on gas, on induction and on the ring of an old stove. The walnut grip is pinned, not glued, so it can be changed when it has had enough.',
      '壶嘴从低处出来，那里的水最热，再收窄两回才放手。轻轻一倾，是一根线；再倾一点，是一根稍粗的线。\n\n燃气、电磁炉、老灶眼都能坐。胡桃木把手是销上去的，没用胶，旧了可以换。',
    ),
    facts: table(
      ['Body', '壶身', 'Steel, matte enamel', '钢胎，哑光珐琅'],
      ['Grip', '把手', 'Walnut, replaceable', '胡桃木，可更换'],
      ['Holds', '容量', '1 l, fill to 0.8 l', '1 升，建议装 0.8 升'],
      ['Stoves', '炉灶', 'All, induction too', '全部适用，含电磁炉'],
      ['Weight', '重量', '780 g', '780 g'],
    ),
    specs: [
      material('steel'),
      origin('portugal'),
      capacity('750-to-2000'),
      care('wipe'),
      ...comesIn('iron', 'bone'),
    ],
    options: [colourOption('finish', 'iron', 'bone')],
    variants: stocked('KIT-HRN', ['finish'], {
      iron: [518, 72, 160, 'kettle'],
      bone: [518, 72, 98, 'kettle-bone'],
    }),
    pictures: pictures(
      ['kettle', 'The Heron kettle in black, walnut grip', '黑色鹭嘴手冲壶，胡桃木把手'],
      ['kettle-bone', 'The kettle in bone', '骨白色鹭嘴手冲壶'],
    ),
    popularity: 840,
    publishedAt: daysAgo(230),
  },
  {
    slug: 'banked-casserole',
    department: 'kitchen',
    brand: 'hearthline',
    title: both('Banked casserole', '焖火铸铁锅'),
    summary: both('Named for the fire you leave under it when you go out.', '名字来自出门前压小的那一炉火。'),
    story: both(
      'Sand-cast, ground flat, enamelled twice. The underside of the lid is ringed with small points, so what rises comes down again over everything and not only at the edge.\n\nIt is heavy. That is what you are buying.',
      '砂型浇铸，底面磨平，珐琅烧两遍。锅盖内侧一圈圈小凸点，蒸汽升上去，再均匀地落回来，不会只落在边上。\n\n它很重。你买的就是这份重量。',
    ),
    facts: table(
      ['Material', '材质', 'Cast iron, two coats of enamel', '铸铁，双层珐琅'],
      ['Sizes', '尺寸', '20 cm holds 2.6 l; 24 cm holds 4.2 l', '20 cm 装 2.6 升；24 cm 装 4.2 升'],
      ['Oven', '烤箱', 'To 260 °C, knob and all', '可进烤箱，260 °C 以内，连盖钮'],
      ['Weight', '重量', '4.1 kg and 5.4 kg', '4.1 kg、5.4 kg'],
      ['Care', '打理', 'Wood or silicone inside, no steel wool', '用木铲或硅胶铲，勿用钢丝球'],
    ),
    specs: [
      material('cast-iron'),
      origin('portugal'),
      capacity('over-2000'),
      care('hand-wash'),
      ...comesIn('sea', 'rust', 'bone'),
    ],
    options: [
      colourOption('colour', 'sea', 'rust', 'bone'),
      sizeOption('size', both('Size', '尺寸'), { '24cm': '24 cm', '20cm': '20 cm' }),
    ],
    variants: stocked('KIT-BNK', ['size', 'colour'], {
      '24cm sea': [1058, 148, 72, 'pot'],
      '24cm rust': [1058, 148, 44, 'pot-rust'],
      '24cm bone': [1058, 148, 41, 'pot-bone'],
      '20cm sea': [858, 119, 58, 'pot'],
      '20cm rust': [858, 119, 5, 'pot-rust'],
    }),
    pictures: pictures(
      ['pot', 'The Banked casserole in sea green, brass knob', '海色焖火铸铁锅，黄铜盖钮'],
      ['pot-open', 'The casserole with its lid leaning beside it', '揭了盖的铸铁锅，锅盖靠在一旁'],
      ['pot-rust', 'The casserole in rust', '铁锈色焖火铸铁锅'],
      ['pot-bone', 'The casserole in bone', '骨白色焖火铸铁锅'],
    ),
    popularity: 480,
    publishedAt: daysAgo(420),
  },
  {
    slug: 'cinder-skillet',
    department: 'kitchen',
    brand: 'hearthline',
    title: both('Cinder skillet', '余烬平底锅'),
    summary: both(
      'Cast thin, ground smooth, seasoned four times before it leaves.',
      '铸得薄，磨得平，出厂前开锅四遍。',
    ),
    story: both(
      'An old-fashioned skillet was machined after casting; most are not any more, and that is why eggs stick. We put the step back. The handle is long enough to stay cool for as long as an omelette takes.',
      '老式的铸铁锅，浇铸之后还要车一遍内面；如今多半省了，所以煎蛋会粘。我们把这一步补了回来。柄够长，煎一个蛋卷的工夫，不烫手。',
    ),
    facts: table(
      ['Material', '材质', 'Cast iron, flaxseed seasoning', '铸铁，亚麻籽油开锅'],
      ['Weight', '重量', '1.5 kg and 2.1 kg', '1.5 kg、2.1 kg'],
      ['Stoves', '炉灶', 'All, oven and embers', '全部炉灶、烤箱、炭火'],
      ['Care', '打理', 'Rinse, dry on the heat, a drop of oil', '冲净，小火烘干，抹一滴油'],
    ),
    specs: [material('cast-iron'), origin('sweden'), care('oil'), ...comesIn('iron')],
    options: [sizeOption('size', both('Size', '尺寸'), { '26cm': '26 cm', '22cm': '22 cm' })],
    variants: stocked('KIT-CND', ['size'], {
      '26cm': [418, 58, 170],
      '22cm': [338, 47, 126],
    }),
    pictures: pictures(['skillet', 'The Cinder skillet, black and bare', '乌黑的余烬平底锅']),
    popularity: 350,
    publishedAt: daysAgo(280),
  },
  {
    slug: 'shingle-mortar',
    department: 'kitchen',
    brand: 'hearthline',
    title: both('Shingle mortar and pestle', '砾石臼'),
    summary: both(
      'Three kilograms of granite that will not walk across the table.',
      '三公斤花岗岩，捣起来不会满桌子跑。',
    ),
    story: both(
      'The outside is honed so that it is pleasant to carry. The inside is left as the tool left it, because a polished mortar only pushes things about.\n\nGrind a handful of raw rice in it first, throw that away, and it is ready.',
      '外面磨得细，搬起来舒服；里面留着凿痕，磨光了的臼，只会把东西推来推去。\n\n头一回先捣一把生米，倒掉，就可以用了。',
    ),
    facts: table(
      ['Stone', '石材', 'Grey granite, unsealed', '灰花岗岩，未封釉'],
      ['Bowl', '臼', '14 cm across, 350 ml', '口径 14 cm，350 ml'],
      ['Weight', '重量', '3.2 kg with the pestle', '连杵 3.2 kg'],
      ['Care', '打理', 'Water and a brush, no soap', '清水加刷子，不用洗洁精'],
    ),
    specs: [
      material('stone'),
      origin('portugal'),
      capacity('250-to-750'),
      care('hand-wash'),
      ...comesIn('slate'),
    ],
    options: [],
    variants: one('KIT-SHG-14', [328, 46, 64]),
    pictures: pictures(['mortar', 'The Shingle mortar with its pestle inside', '砾石臼，石杵斜放其中']),
    popularity: 160,
    publishedAt: daysAgo(350),
  },
];
