import * as T from 'three';
import { bisque, brass, cloth, glaze, wood } from '../stage/materials.js';
import { curved, cylinder, group, placed, ring, rod, shaded, turned } from '../stage/shapes.js';

/** Linen on a frame; lit from inside, it is brightest in the middle. */
function shade([bottom, top, height], { lit = 0, colour = '#f0e1c3' } = {}) {
  const linen = lit
    ? cloth('#f0dfc0', [5, 5], { emissive: '#ffc27a', emissiveIntensity: lit, vertexColors: true })
    : cloth(colour, [5, 5], { emissive: colour, emissiveIntensity: 0.08 });
  const wall = [];
  for (let i = 0; i <= 40; i++) wall.push([bottom + ((top - bottom) * i) / 40, (height * i) / 40]);
  const skin = turned([...wall, ...wall.map(([x, y]) => [x - 0.012, y]).reverse()], linen);
  const trim = cloth(lit ? '#e9cf9f' : '#ded0b4', [5, 2]);
  if (lit) {
    shaded(skin, (y) => 0.78 + 0.3 * Math.exp(-(((y / height - 0.42) / 0.4) ** 2)));
    // Emission is multiplied by vertex colours only through the lit colour, so the glow gets a soft map too.
    linen.emissiveMap = glowMap();
  }
  const made = group(
    skin,
    ring(bottom - 0.005, 0.011, trim, [0, 0.006, 0]),
    ring(top - 0.005, 0.011, trim, [0, height - 0.006, 0]),
  );
  made.name = 'shade';
  return made;
}

function glowMap() {
  const canvas = new OffscreenCanvas(4, 256);
  const context = canvas.getContext('2d');
  const fade = context.createLinearGradient(0, 0, 0, 256);
  fade.addColorStop(0, '#8a8a8a');
  fade.addColorStop(0.25, '#d8d8d8');
  fade.addColorStop(0.5, '#ffffff');
  fade.addColorStop(0.75, '#d0d0d0');
  fade.addColorStop(1, '#7c7c7c');
  context.fillStyle = fade;
  context.fillRect(0, 0, 4, 256);
  const map = new T.CanvasTexture(canvas);
  map.wrapS = T.RepeatWrapping;
  map.wrapT = T.MirroredRepeatWrapping;
  map.repeat.set(1, 0.27);
  return map;
}

const LAMP_GLAZES = { sea: '#648a81', ink: '#33403f', clay: '#a5694c', bone: '#e4d9c4' };

/** `bulb` false leaves the light itself to somebody else, as on the bench of the heroes. */
export function tableLamp({ glaze: name = 'sea', lit = 0, bulb = true }) {
  const coat = glaze(LAMP_GLAZES[name], { specks: name === 'bone' ? 0.9 : 0.35 });
  const belly = curved([
    [0.41, 0.03],
    [0.45, 0.07],
    [0.5, 0.3],
    [0.44, 0.62],
    [0.2, 0.86],
    [0.125, 1],
    [0.125, 1.08],
    [0.06, 1.085],
  ]);
  const base = shaded(turned(belly, coat), (y) => 0.8 + 0.24 * Math.min(1, y / 0.3) - 0.05 * Math.min(1, y));
  const parts = [
    turned(
      [
        [0, 0],
        [0.39, 0],
        [0.41, 0.015],
        [0.41, 0.032],
      ],
      bisque(),
    ),
    base,
    turned(
      [
        [0, 1.08],
        [0.075, 1.08, 0.01],
        [0.075, 1.11, 0.01],
        [0.045, 1.13],
        [0.045, 1.3],
      ],
      brass(),
    ),
    placed(shade([0.74, 0.56, 0.92], { lit }), [0, 1.2, 0]),
    turned(
      [
        [0, 2.1],
        [0.012, 2.1],
        [0.012, 2.17],
        [0.028, 2.18, 0.01],
        [0.028, 2.23, 0.01],
        [0, 2.23],
      ],
      brass(),
    ),
  ];
  if (lit && bulb) {
    const light = new T.PointLight('#ffb566', 2.2, 6, 1.8);
    light.position.set(0, 1.4, 0.2);
    parts.push(light);
  }
  return group(...parts);
}

export function floorLamp() {
  const oak = wood('oak', [2, 1]);
  const legs = [0.5, 0.5 + (Math.PI * 2) / 3, 0.5 + (Math.PI * 4) / 3].map((angle) =>
    rod(
      [Math.cos(angle) * 0.1, 2.36, Math.sin(angle) * 0.1],
      [Math.cos(angle) * 0.62, 0, Math.sin(angle) * 0.62],
      oak,
      [0.052, 0.032],
    ),
  );
  return group(
    ...legs,
    turned(
      [
        [0, 2.24],
        [0.14, 2.24, 0.03],
        [0.15, 2.36, 0.03],
        [0.06, 2.44, 0.02],
        [0.04, 2.48],
      ],
      wood('oak'),
    ),
    cylinder(0.026, 0.026, 0.3, brass(), [0, 2.55, 0]),
    placed(shade([0.6, 0.52, 0.62]), [0, 2.52, 0]),
  );
}
