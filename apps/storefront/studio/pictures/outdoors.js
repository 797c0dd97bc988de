/** The pictures of what goes outdoors. */
export const outdoors = {
  bottle: {
    thing: 'flask',
    made: { colour: 'slate' },
    view: { elev: 0.3 },
    alt: { en: 'The Headland flask in slate, oak stopper', zh: '石板色岬角保温瓶，橡木塞' },
  },
  'bottle-moss': {
    thing: 'flask',
    made: { colour: 'moss' },
    view: { elev: 0.3 },
    alt: { en: 'The flask in moss', zh: '苔色岬角保温瓶' },
  },
  'bottle-bone': {
    thing: 'flask',
    made: { colour: 'bone' },
    view: { elev: 0.3 },
    alt: { en: 'The flask in bone', zh: '骨白色岬角保温瓶' },
  },
  pack: {
    thing: 'pack',
    made: { colour: 'moss' },
    view: { elev: 0.3 },
    alt: { en: 'The Daymark pack in moss canvas', zh: '苔色帆布昼标背包' },
  },
  'pack-slate': {
    thing: 'pack',
    made: { colour: 'slate' },
    view: { elev: 0.3 },
    alt: { en: 'The pack in slate', zh: '石板色昼标背包' },
  },
  'roll-bag': {
    thing: 'rollBag',
    made: { colour: 'rust' },
    view: { elev: 0.35, fill: 0.92 },
    alt: { en: 'The Gannet roll-top bag in rust, clipped shut', zh: '铁锈色塘鹅卷口袋，已扣好' },
  },
  'roll-bag-slate': {
    thing: 'rollBag',
    made: { colour: 'slate' },
    view: { elev: 0.35, fill: 0.92 },
    alt: { en: 'The bag in slate', zh: '石板色塘鹅卷口袋' },
  },
  'blanket-roll': {
    thing: 'blanketRoll',
    view: { elev: 0.6, angle: 0.6 },
    alt: { en: 'The Windbreak blanket rolled in two leather straps', zh: '两条皮带捆着的挡风野餐毯' },
  },
  enamel: {
    thing: 'mug',
    made: { colour: 'bone' },
    view: { elev: 0.6 },
    alt: { en: 'The Bothy mug in bone with its dark rim', zh: '骨白色山屋搪瓷杯，杯口一圈黑' },
  },
  'enamel-sea': {
    thing: 'mug',
    made: { colour: 'sea' },
    view: { elev: 0.6 },
    alt: { en: 'The mug in sea green', zh: '海色山屋搪瓷杯' },
  },
  'enamel-rust': {
    thing: 'mug',
    made: { colour: 'rust' },
    view: { elev: 0.6 },
    alt: { en: 'The mug in rust', zh: '铁锈色山屋搪瓷杯' },
  },
  'folding-stool': {
    thing: 'foldingStool',
    view: { elev: 0.26, angle: -0.6, fill: 0.78 },
    alt: { en: 'The Cairn stool open, canvas seat', zh: '打开的石堆折叠凳，帆布凳面' },
  },
  'cook-pot': {
    thing: 'cookPot',
    view: { elev: 0.5 },
    alt: { en: 'The Tarn cook pot in brushed steel, bail up', zh: '拉丝钢山潭炊锅，提梁立起' },
  },
  torch: {
    thing: 'torch',
    made: { finish: 'brass' },
    view: { elev: 0.7, fill: 1.1, angle: -0.5 },
    alt: { en: 'The Cutter torch in bare brass, lying on its side', zh: '黄铜本色快艇手电，横放' },
  },
  'torch-ink': {
    thing: 'torch',
    made: { finish: 'ink' },
    view: { elev: 0.7, fill: 1.1, angle: -0.5 },
    alt: { en: 'The torch in ink', zh: '墨色快艇手电' },
  },
};
