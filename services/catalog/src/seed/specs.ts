import type { Localized, ProductRecord } from '@evenkeel/contracts';
import { both } from './product-seed.js';

type Spec = ProductRecord['specs'][number];

/** A facet of the shop: the function gives the spec of one of its values. */
function facet<Value extends string>(key: string, label: Localized, values: Record<Value, Localized>) {
  return (value: Value): Spec => ({ key, label, value: { key: value, label: values[value] } });
}

export const material = facet('material', both('Material', '材质'), {
  stoneware: both('Stoneware', '粗陶'),
  porcelain: both('Porcelain', '瓷'),
  'cast-iron': both('Cast iron', '铸铁'),
  steel: both('Steel', '钢'),
  enamel: both('Enamel', '搪瓷'),
  brass: both('Brass', '黄铜'),
  oak: both('Oak', '橡木'),
  walnut: both('Walnut', '胡桃木'),
  ash: both('Ash', '白蜡木'),
  cherry: both('Cherry', '樱桃木'),
  cedar: both('Cedar', '雪松'),
  willow: both('Willow', '柳条'),
  stone: both('Stone', '石'),
  linen: both('Linen', '亚麻'),
  wool: both('Wool', '羊毛'),
  canvas: both('Waxed canvas', '蜡染帆布'),
  paper: both('Paper', '纸'),
  beeswax: both('Beeswax', '蜂蜡'),
  tea: both('Tea leaf', '茶叶'),
  ink: both('Pigment ink', '颜料墨水'),
});

export const origin = facet('origin', both('Made in', '产地'), {
  jingdezhen: both('Jingdezhen', '景德镇'),
  longquan: both('Longquan', '龙泉'),
  wuyi: both('Wuyi', '武夷山'),
  jingxian: both('Jing County', '泾县'),
  hangzhou: both('Hangzhou', '杭州'),
  portugal: both('Portugal', '葡萄牙'),
  scotland: both('Scotland', '苏格兰'),
  sweden: both('Sweden', '瑞典'),
  estonia: both('Estonia', '爱沙尼亚'),
  maine: both('Maine', '缅因州'),
});

export const capacity = facet('capacity', both('Holds', '容量'), {
  'up-to-250': both('Up to 250 ml', '250 ml 以下'),
  '250-to-750': both('250 – 750 ml', '250 – 750 ml'),
  '750-to-2000': both('0.75 – 2 l', '0.75 – 2 升'),
  'over-2000': both('More than 2 l', '2 升以上'),
});

export const care = facet('care', both('Care', '打理'), {
  'hand-wash': both('Wash by hand', '手洗'),
  dishwasher: both('Dishwasher', '可用洗碗机'),
  wipe: both('Wipe clean', '擦拭即可'),
  oil: both('Oil now and then', '偶尔上油'),
  'wool-wash': both('Cold wool wash', '冷水羊毛洗'),
});

export const power = facet('power', both('Light from', '光源'), {
  mains: both('A socket', '插电'),
  battery: both('A battery', '充电'),
  flame: both('A flame', '火'),
});
