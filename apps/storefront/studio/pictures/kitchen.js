/** The pictures of the kitchen. */
export const kitchen = {
  kettle: {
    thing: 'kettle',
    made: { finish: 'iron' },
    view: { elev: 0.45, fill: 1.1 },
    alt: { en: 'The Heron kettle in black, walnut grip', zh: '黑色鹭嘴手冲壶，胡桃木把手' },
  },
  'kettle-bone': {
    thing: 'kettle',
    made: { finish: 'bone' },
    view: { elev: 0.45, fill: 1.1 },
    alt: { en: 'The kettle in bone', zh: '骨白色鹭嘴手冲壶' },
  },
  pot: {
    thing: 'casserole',
    made: { colour: 'sea' },
    view: { elev: 0.6 },
    alt: { en: 'The Banked casserole in sea green, brass knob', zh: '海色焖火铸铁锅，黄铜盖钮' },
  },
  'pot-open': {
    thing: 'casserole',
    made: { colour: 'sea', open: true },
    view: { elev: 0.75, angle: -0.75 },
    alt: { en: 'The casserole with its lid leaning beside it', zh: '揭了盖的铸铁锅，锅盖靠在一旁' },
  },
  'pot-rust': {
    thing: 'casserole',
    made: { colour: 'rust' },
    view: { elev: 0.6 },
    alt: { en: 'The casserole in rust', zh: '铁锈色焖火铸铁锅' },
  },
  'pot-bone': {
    thing: 'casserole',
    made: { colour: 'bone' },
    view: { elev: 0.6 },
    alt: { en: 'The casserole in bone', zh: '骨白色焖火铸铁锅' },
  },
  skillet: {
    thing: 'skillet',
    view: { elev: 1.05, angle: 0.5, fill: 1.2 },
    alt: { en: 'The Cinder skillet, black and bare', zh: '乌黑的余烬平底锅' },
  },
  mortar: {
    thing: 'mortar',
    view: { elev: 0.6, fill: 0.92 },
    alt: { en: 'The Shingle mortar with its pestle inside', zh: '砾石臼，石杵斜放其中' },
  },
  board: {
    thing: 'boards',
    view: { elev: 0.95, angle: -0.5, fill: 1.08 },
    alt: { en: 'An oak board, a walnut board and a salt dish', zh: '一块橡木板、一块胡桃木板和一只盐碟' },
  },
  bowl: {
    thing: 'bowl',
    made: { glaze: 'sea' },
    view: { elev: 0.85 },
    alt: { en: 'The Ripple bowl in sea green', zh: '海色涟漪大碗' },
  },
  'bowl-bone': {
    thing: 'bowl',
    made: { glaze: 'bone' },
    view: { elev: 0.85 },
    alt: { en: 'The bowl in bone', zh: '骨白色涟漪大碗' },
  },
  'bowl-clay': {
    thing: 'bowl',
    made: { glaze: 'clay' },
    view: { elev: 0.85 },
    alt: { en: 'The bowl in clay', zh: '陶土色涟漪大碗' },
  },
  knife: {
    thing: 'knife',
    view: { elev: 1.3, angle: 0.45, fill: 1.2 },
    alt: { en: 'The Galley knife, blade to the left, oak handle', zh: '船舱主厨刀，橡木刀柄' },
  },
  plates: {
    thing: 'plates',
    made: { glaze: 'bone' },
    view: { elev: 0.75 },
    alt: { en: 'Four Tideline plates in bone, stacked', zh: '叠放的四只骨白色潮痕盘' },
  },
  'plates-ink': {
    thing: 'plates',
    made: { glaze: 'ink' },
    view: { elev: 0.75 },
    alt: { en: 'The plates in ink', zh: '墨色潮痕盘' },
  },
  spoons: {
    thing: 'spoons',
    view: { elev: 0.4 },
    alt: { en: 'Three cherry spoons in a stoneware jar', zh: '陶罐里的三只樱桃木勺' },
  },
};
