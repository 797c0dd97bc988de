/** The pictures of paper, pens and the desk. */
export const paper = {
  books: {
    thing: 'notebooks',
    view: { elev: 0.95, angle: -0.5 },
    alt: { en: 'Three Ledger notebooks and a pencil', zh: '三册账本笔记和一支铅笔' },
  },
  'books-spine': {
    thing: 'notebooks',
    view: { elev: 0.6, angle: 0.9, zoom: 1.5 },
    alt: { en: 'The sewn spines, close', zh: '锁线书脊近景' },
  },
  pencup: {
    thing: 'penCup',
    alt: { en: 'The Reed desk cup with four pencils', zh: '插着四支铅笔的苇秆笔筒' },
  },
  pencils: {
    thing: 'pencils',
    view: { elev: 1.05, angle: -0.45, fill: 1.18 },
    alt: { en: 'Cedar pencils in their open box', zh: '打开的木盒里，一排雪松铅笔' },
  },
  pen: {
    thing: 'pen',
    made: { colour: 'ink' },
    view: { elev: 1.1, angle: 0.4, fill: 1.22 },
    alt: { en: 'The Sluice pen in ink, uncapped, cap beside it', zh: '墨色水闸钢笔，笔帽放在一旁' },
  },
  'pen-sea': {
    thing: 'pen',
    made: { colour: 'sea' },
    view: { elev: 1.1, angle: 0.4, fill: 1.22 },
    alt: { en: 'The pen in sea green', zh: '海色水闸钢笔' },
  },
  'ink-bottle': {
    thing: 'inkBottle',
    made: { colour: 'ink' },
    view: { elev: 0.45, fill: 0.86 },
    alt: { en: 'A bottle of Low Water ink in black', zh: '一瓶黑色低水位墨水' },
  },
  'ink-bottle-sea': {
    thing: 'inkBottle',
    made: { colour: 'sea' },
    view: { elev: 0.45, fill: 0.86 },
    alt: { en: 'The ink in sea green', zh: '海色低水位墨水' },
  },
  'ink-bottle-rust': {
    thing: 'inkBottle',
    made: { colour: 'rust' },
    view: { elev: 0.45, fill: 0.86 },
    alt: { en: 'The ink in rust', zh: '铁锈色低水位墨水' },
  },
  'letter-paper': {
    thing: 'letterPaper',
    view: { elev: 0.95, angle: -0.5 },
    alt: { en: 'A stack of letter paper and envelopes tied with string', zh: '棉绳扎着的一叠信纸与信封' },
  },
  calendar: {
    thing: 'calendar',
    view: { elev: 0.4, angle: -0.35, fill: 0.92 },
    alt: { en: 'The Almanac calendar: a card standing in an oak block', zh: '历书台历：一张卡立在橡木座上' },
  },
  paperweight: {
    thing: 'paperweight',
    made: { finish: 'brass' },
    view: { elev: 0.75 },
    alt: { en: 'The Sounding paperweight in brass on two sheets of paper', zh: '压着两张纸的黄铜测深镇纸' },
  },
  'paperweight-iron': {
    thing: 'paperweight',
    made: { finish: 'iron' },
    view: { elev: 0.75 },
    alt: { en: 'The paperweight in iron', zh: '铁黑色测深镇纸' },
  },
};
