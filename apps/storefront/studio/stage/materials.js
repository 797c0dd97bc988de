import * as T from 'three';
import { clouds, grain, granite, lines, speckle, weave } from './textures.js';

/** The colours of the house, as they go into the kiln or the dye; the lamp of the studio makes them paler. */
export const PIGMENTS = {
  sea: '#6f9188',
  ink: '#33403f',
  clay: '#a5694c',
  bone: '#e4dac6',
  moss: '#6a6848',
  oat: '#cdbfa2',
  chalk: '#dcd7ca',
  slate: '#4b6f73',
  rust: '#9c5736',
};

function surface(options) {
  return new T.MeshPhysicalMaterial({ roughness: 0.55, metalness: 0, side: T.DoubleSide, ...options });
}

/** Plain and dull: plaster, paint, card. */
export function matte(color, options = {}) {
  return surface({ color, roughness: 0.86, ...options });
}

/** Fired glaze: a soft shine with a second, sharper one above it. */
export function glaze(color, { specks = 0, ...options } = {}) {
  return surface({
    color,
    roughness: 0.34,
    clearcoat: 0.45,
    clearcoatRoughness: 0.22,
    ...(specks > 0 ? { map: speckle(specks) } : {}),
    ...options,
  });
}

/** Unglazed clay, as at the foot of a pot. */
export function bisque(color = '#b79a7c') {
  return surface({ color, roughness: 0.92, map: speckle(0.8), bumpMap: clouds(3), bumpScale: 0.6 });
}

/** Enamel on steel. */
export function enamel(color) {
  return surface({ color, roughness: 0.24, clearcoat: 0.8, clearcoatRoughness: 0.12 });
}

/** Woven cloth; `repeat` is how often its tile of eight threads goes across. */
export function cloth(color, repeat = [14, 14], options = {}) {
  return surface({
    color,
    roughness: 0.97,
    sheen: 0.3,
    sheenRoughness: 0.7,
    sheenColor: new T.Color(color).lerp(new T.Color('#ffffff'), 0.5),
    bumpMap: weave(repeat),
    bumpScale: 1.4,
    ...options,
  });
}

export function leather(color = '#94633a') {
  return surface({ color, roughness: 0.58, sheen: 0.15, bumpMap: clouds(2), bumpScale: 0.8 });
}

const WOODS = {
  oak: ['#c9a273', '#7a4f26'],
  walnut: ['#5f4837', '#1e140c'],
  ash: ['#dcc39a', '#a17f4f'],
  cherry: ['#b57a4d', '#6d3d1e'],
  cedar: ['#c48f63', '#84502c'],
  pine: ['#e0c494', '#b58a4e'],
};

export function wood(kind, repeat = [1, 1], options = {}) {
  const [base, dark] = WOODS[kind];
  return surface({ color: '#ffffff', map: grain(base, dark, repeat), roughness: 0.64, ...options });
}

export function stone(color = '#a9aaa8') {
  return surface({ color, map: granite(), roughness: 0.82, bumpMap: clouds(3, 17), bumpScale: 0.8 });
}

export const brass = () => surface({ color: '#b5905a', metalness: 0.95, roughness: 0.3 });
export const steel = () => surface({ color: '#c4c6c6', metalness: 0.95, roughness: 0.27 });
export const iron = () => surface({ color: '#26282a', metalness: 0.2, roughness: 0.58 });

/** Bare cast iron with its skin from the sand. */
export const castIron = () =>
  surface({ color: '#242526', metalness: 0.35, roughness: 0.56, bumpMap: clouds(2, 41), bumpScale: 1.1 });

export const brushed = (repeat = [1, 6]) =>
  surface({
    color: '#c2c4c3',
    metalness: 0.95,
    roughness: 0.36,
    bumpMap: lines(64, repeat),
    bumpScale: 0.25,
  });

export const knurled = (make, repeat) => {
  const material = make();
  material.bumpMap = lines(24, repeat, true);
  material.bumpScale = 2.4;
  return material;
};

/** Cane wound round a core. */
export const cane = (repeat = [26, 1]) => {
  const bumps = lines(4, [1, 1]);
  bumps.rotation = Math.PI / 2;
  bumps.repeat.set(...repeat);
  return surface({ color: '#a3713f', roughness: 0.66, bumpMap: bumps, bumpScale: 2.2 });
};

/** Something that gives light of its own. */
export function glowing(color, glow, strength) {
  return surface({ color, roughness: 0.6, emissive: glow, emissiveIntensity: strength });
}

/** Glass without transmission, which software renders too slowly: a thin veil that still shines. */
export function glass(opacity = 0.22) {
  return surface({
    color: '#e8efec',
    roughness: 0.06,
    clearcoat: 1,
    clearcoatRoughness: 0.03,
    transparent: true,
    opacity,
    depthWrite: false,
  });
}

export { surface };
