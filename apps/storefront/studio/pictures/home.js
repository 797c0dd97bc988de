/** The pictures of the home. */
export const home = {
  vase: {
    thing: 'vase',
    made: { glaze: 'chalk' },
    view: { elev: 0.25 },
    alt: { en: 'The Stillroom vase in chalk with one leafy branch', zh: '粉白静室花瓶，插着一枝叶' },
  },
  'vase-clay': {
    thing: 'vase',
    made: { glaze: 'clay' },
    view: { elev: 0.25 },
    alt: { en: 'The vase in clay', zh: '陶土色静室花瓶' },
  },
  'vase-ink': {
    thing: 'vase',
    made: { glaze: 'ink' },
    view: { elev: 0.25 },
    alt: { en: 'The vase in ink', zh: '墨色静室花瓶' },
  },
  blanket: {
    thing: 'blanket',
    made: { colour: 'rust' },
    view: { elev: 0.8, angle: 0.5 },
    alt: { en: 'The Lee Shore blanket in rust, folded', zh: '叠好的铁锈色背风羊毛毯' },
  },
  'blanket-sea': {
    thing: 'blanket',
    made: { colour: 'sea' },
    view: { elev: 0.8, angle: 0.5 },
    alt: { en: 'The blanket in sea green', zh: '海色背风羊毛毯' },
  },
  'blanket-oat': {
    thing: 'blanket',
    made: { colour: 'oat' },
    view: { elev: 0.8, angle: 0.5 },
    alt: { en: 'The blanket in oat', zh: '燕麦色背风羊毛毯' },
  },
  cushion: {
    thing: 'cushion',
    made: { colour: 'oat' },
    view: { elev: 0.35, angle: -0.5, fill: 0.96 },
    alt: { en: 'The Harbour cushion in oat linen', zh: '燕麦色港湾亚麻靠垫' },
  },
  'cushion-sea': {
    thing: 'cushion',
    made: { colour: 'sea' },
    view: { elev: 0.35, angle: -0.5, fill: 0.96 },
    alt: { en: 'The cushion in sea green', zh: '海色港湾亚麻靠垫' },
  },
  'cushion-clay': {
    thing: 'cushion',
    made: { colour: 'clay' },
    view: { elev: 0.35, angle: -0.5, fill: 0.96 },
    alt: { en: 'The cushion in clay', zh: '陶土色港湾亚麻靠垫' },
  },
  'incense-dish': {
    thing: 'incenseDish',
    view: { elev: 0.6 },
    alt: { en: 'The Smoulder dish with a stick of incense', zh: '插着一支线香的余香香碟' },
  },
  clock: {
    thing: 'clock',
    made: { wood: 'oak' },
    view: { elev: 0.35 },
    alt: { en: 'The Noon clock in oak', zh: '橡木正午座钟' },
  },
  'clock-walnut': {
    thing: 'clock',
    made: { wood: 'walnut' },
    view: { elev: 0.35 },
    alt: { en: 'The clock in walnut', zh: '胡桃木正午座钟' },
  },
  'alarm-clock': {
    thing: 'alarmClock',
    made: { finish: 'ink' },
    view: { elev: 0.35, fill: 0.92 },
    alt: { en: 'The First Watch alarm clock in ink on three brass feet', zh: '墨色头更闹钟，三只黄铜脚' },
  },
  'alarm-clock-brass': {
    thing: 'alarmClock',
    made: { finish: 'brass' },
    view: { elev: 0.35, fill: 0.92 },
    alt: { en: 'The alarm clock in brass', zh: '黄铜头更闹钟' },
  },
  stool: {
    thing: 'stool',
    view: { elev: 0.45 },
    alt: { en: 'The Oakum stool with its felt pad', zh: '带毛毡坐垫的麻絮圆凳' },
  },
  bench: {
    thing: 'bench',
    made: { wood: 'oak' },
    view: { elev: 0.5, angle: -0.5, fill: 1.12 },
    alt: { en: 'The Oakum bench in oak', zh: '橡木麻絮长凳' },
  },
  'bench-walnut': {
    thing: 'bench',
    made: { wood: 'walnut' },
    view: { elev: 0.5, angle: -0.5, fill: 1.12 },
    alt: { en: 'The bench in walnut', zh: '胡桃木麻絮长凳' },
  },
  basket: {
    thing: 'basket',
    view: { elev: 0.6 },
    alt: { en: 'The Creel basket with two rope handles', zh: '带两只绳把手的鱼篓柳条筐' },
  },
};
