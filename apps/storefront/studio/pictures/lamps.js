/** The pictures of the lamps. */
export const lamps = {
  'lamp-sea': {
    thing: 'tableLamp',
    made: { glaze: 'sea' },
    view: { elev: 0.22 },
    alt: { en: 'The Tidewater lamp in sea green, its linen shade unlit', zh: '海色潮汐台灯，亚麻灯罩未点亮' },
  },
  'lamp-lit': {
    thing: 'tableLamp',
    made: { glaze: 'sea', lit: 1.7 },
    view: { elev: 0.22, dusk: 0.45 },
    alt: { en: 'The lamp lit, its shade glowing', zh: '点亮的潮汐台灯，灯罩透着暖光' },
  },
  'lamp-detail': {
    thing: 'tableLamp',
    made: { glaze: 'sea' },
    view: { elev: 0.3, zoom: 2.1, lift: -0.32 },
    alt: { en: 'The glaze where it pools at the foot', zh: '釉色在灯座底部聚成一圈的近景' },
  },
  'lamp-ink': {
    thing: 'tableLamp',
    made: { glaze: 'ink' },
    view: { elev: 0.22 },
    alt: { en: 'The lamp in ink', zh: '墨色潮汐台灯' },
  },
  'lamp-clay': {
    thing: 'tableLamp',
    made: { glaze: 'clay' },
    view: { elev: 0.22 },
    alt: { en: 'The lamp in clay', zh: '陶土色潮汐台灯' },
  },
  'lamp-bone': {
    thing: 'tableLamp',
    made: { glaze: 'bone' },
    view: { elev: 0.22 },
    alt: { en: 'The lamp in bone', zh: '骨白色潮汐台灯' },
  },
  lantern: {
    thing: 'lantern',
    made: { colour: 'ink' },
    view: { elev: 0.3 },
    alt: { en: 'The Pilot lantern in ink, brass bail raised', zh: '墨色领航手提灯，黄铜提梁立起' },
  },
  'lantern-bone': {
    thing: 'lantern',
    made: { colour: 'bone' },
    view: { elev: 0.3 },
    alt: { en: 'The lantern in bone', zh: '骨白色领航手提灯' },
  },
  'reading-lamp': {
    thing: 'readingLamp',
    made: { finish: 'ink' },
    view: { elev: 0.3 },
    alt: { en: 'The Spar reading lamp in ink, head bent over its foot', zh: '墨色桅杆阅读灯，灯头低垂' },
  },
  'reading-lamp-brass': {
    thing: 'readingLamp',
    made: { finish: 'brass' },
    view: { elev: 0.3 },
    alt: { en: 'The reading lamp in bare brass', zh: '黄铜本色的桅杆阅读灯' },
  },
  'floor-lamp': {
    thing: 'floorLamp',
    view: { elev: 0.22 },
    alt: { en: 'The Moorings floor lamp on its three oak legs', zh: '三条橡木腿的系泊落地灯' },
  },
  'night-light': {
    thing: 'nightLight',
    made: { glaze: 'clay' },
    view: { elev: 0.35, fill: 0.84, dusk: 0.5 },
    alt: { en: 'The Buoy night light glowing on its clay foot', zh: '陶土底座上亮着的浮标小夜灯' },
  },
  'night-light-sea': {
    thing: 'nightLight',
    made: { glaze: 'sea' },
    view: { elev: 0.35, fill: 0.84, dusk: 0.5 },
    alt: { en: 'The night light on a sea green foot', zh: '海色底座的浮标小夜灯' },
  },
  'paper-lamp': {
    thing: 'paperLamp',
    view: { elev: 0.3, fill: 0.92, dusk: 0.7 },
    alt: { en: 'The Fog paper lamp on three wire feet', zh: '三只钢丝脚上的雾纸灯' },
  },
  chamberstick: {
    thing: 'chamberstick',
    view: { elev: 0.55 },
    alt: { en: 'The Low Sun chamberstick with a half-burnt candle', zh: '插着半支蜡烛的斜阳烛台' },
  },
  candles: {
    thing: 'candles',
    view: { elev: 0.45 },
    alt: { en: 'Three beeswax candles of three heights', zh: '三支高矮不一的蜂蜡烛' },
  },
};
