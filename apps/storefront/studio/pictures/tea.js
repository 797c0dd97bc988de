/** The pictures of the tea things. */
export const tea = {
  teapot: {
    thing: 'teapot',
    made: { glaze: 'sea' },
    alt: { en: 'The Long Pour teapot in sea green', zh: '海色长注提梁壶' },
  },
  'teapot-detail': {
    thing: 'teapot',
    made: { glaze: 'sea' },
    view: { elev: 0.55, zoom: 2, lift: 0.12, shift: 0.3 },
    alt: { en: 'The lid and the cut of the spout, close', zh: '壶盖与壶嘴切口的近景' },
  },
  'teapot-bone': {
    thing: 'teapot',
    made: { glaze: 'bone' },
    alt: { en: 'The teapot in bone', zh: '骨白色长注提梁壶' },
  },
  'teapot-ink': {
    thing: 'teapot',
    made: { glaze: 'ink' },
    alt: { en: 'The teapot in ink', zh: '墨色长注提梁壶' },
  },
  cups: {
    thing: 'cups',
    view: { elev: 0.75 },
    alt: { en: 'Three Tern cups in sea, oat and clay', zh: '海、燕麦、陶土三色燕鸥杯' },
  },
  'cups-sea': {
    thing: 'cups',
    made: { mix: ['sea', 'sea', 'sea'] },
    view: { elev: 0.75 },
    alt: { en: 'Three Tern cups, all in sea green', zh: '三只海色燕鸥杯' },
  },
  gaiwan: {
    thing: 'gaiwan',
    alt: { en: 'The Plainwater gaiwan, lid on', zh: '盖着盖的白水盖碗' },
  },
  'gaiwan-open': {
    thing: 'gaiwanOpen',
    view: { elev: 0.6, angle: -0.1 },
    alt: { en: 'The gaiwan open, its lid leaning on the saucer', zh: '揭开的盖碗，碗盖斜倚在托上' },
  },
  pitcher: {
    thing: 'pitcher',
    view: { fill: 0.86 },
    alt: { en: 'The Fairlead sharing pitcher in celadon', zh: '青瓷导缆公道杯' },
  },
  'tea-bowl': {
    thing: 'teaBowl',
    view: { elev: 0.7 },
    alt: { en: 'The Sandbar tea bowl with a bamboo whisk', zh: '沙洲茶碗与竹茶筅' },
  },
  caddy: {
    thing: 'caddy',
    made: { glaze: 'ink' },
    view: { elev: 0.45, fill: 0.9 },
    alt: { en: 'The Dry Hold caddy in ink with its cherry lid', zh: '墨色干舱茶叶罐，樱桃木盖' },
  },
  'caddy-bone': {
    thing: 'caddy',
    made: { glaze: 'bone' },
    view: { elev: 0.45, fill: 0.9 },
    alt: { en: 'The caddy in bone', zh: '骨白色干舱茶叶罐' },
  },
  'tea-tin': {
    thing: 'teaTin',
    view: { elev: 0.45, fill: 0.92 },
    alt: { en: 'A paper canister of Slow Harbour oolong', zh: '一筒慢港岩茶' },
  },
  tray: {
    thing: 'tray',
    view: { elev: 0.95 },
    alt: { en: 'The Slack Tide tray with two cups on it', zh: '平潮茶盘，上面放着两只杯子' },
  },
};
