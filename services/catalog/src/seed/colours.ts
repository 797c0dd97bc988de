import type { Localized, ProductRecord } from '@evenkeel/contracts';
import { both } from './product-seed.js';

type Option = ProductRecord['options'][number];
type Spec = ProductRecord['specs'][number];

/** The colours of the house; glazes, cloths and woods share them, so that one filter finds them all. */
const COLOURS = {
  sea: { label: both('Sea', '海'), swatch: '#6f9188' },
  ink: { label: both('Ink', '墨'), swatch: '#33403f' },
  clay: { label: both('Clay', '陶土'), swatch: '#a5694c' },
  bone: { label: both('Bone', '骨白'), swatch: '#e0dacb' },
  moss: { label: both('Moss', '苔'), swatch: '#7c7a55' },
  oat: { label: both('Oat', '燕麦'), swatch: '#cdbf9f' },
  chalk: { label: both('Chalk', '粉白'), swatch: '#dcd7ca' },
  slate: { label: both('Slate', '石板'), swatch: '#5c6669' },
  rust: { label: both('Rust', '铁锈'), swatch: '#b9835f' },
  oak: { label: both('Oak', '橡木'), swatch: '#c9a273' },
  walnut: { label: both('Walnut', '胡桃木'), swatch: '#7d5a3f' },
  ash: { label: both('Ash', '白蜡木'), swatch: '#d6bd93' },
  iron: { label: both('Iron', '铁黑'), swatch: '#2b2e2f' },
  steel: { label: both('Steel', '钢本色'), swatch: '#b9bcbc' },
  brass: { label: both('Brass', '黄铜'), swatch: '#b08d57' },
} as const satisfies Record<string, { label: Localized; swatch: string }>;

export type Colour = keyof typeof COLOURS;

const KINDS = {
  glaze: both('Glaze', '釉色'),
  colour: both('Colour', '颜色'),
  wood: both('Wood', '木料'),
  finish: both('Finish', '表面'),
} as const;

/** An option whose values are colours of the house, with their swatches. */
export function colourOption(kind: keyof typeof KINDS, ...colours: Colour[]): Option {
  return { key: kind, label: KINDS[kind], values: colours.map((key) => ({ key, ...COLOURS[key] })) };
}

/** One `colour` spec for every colour a product comes in: the only spec that may repeat. */
export function comesIn(...colours: Colour[]): Spec[] {
  return colours.map((key) => ({
    key: 'colour',
    label: KINDS.colour,
    value: { key, label: COLOURS[key].label },
  }));
}

/** An option whose values are sizes such as "52 cm", the same in both languages; keys are what the SKU ends in. */
export function sizeOption(key: string, label: Localized, sizes: Record<string, string>): Option {
  const values = Object.entries(sizes).map(([size, text]) => ({ key: size, label: both(text, text) }));
  return { key, label, values };
}
