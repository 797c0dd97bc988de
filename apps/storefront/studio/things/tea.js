import * as T from 'three';
import { label } from '../stage/labels.js';
import { bisque, cane, glaze, matte, PIGMENTS, surface, wood } from '../stage/materials.js';
import { curved, cylinder, group, placed, ring, shaded, tube, turned } from '../stage/shapes.js';

const POT_GLAZES = { sea: '#86a49a', bone: '#e6dac3', ink: '#333f40' };
const TEA = () => surface({ color: '#8a5a1c', roughness: 0.08, clearcoat: 0.4 });

export function teapot({ glaze: name = 'sea' }) {
  const coat = () => glaze(POT_GLAZES[name], { specks: name === 'bone' ? 0.8 : 0.3 });
  const body = curved([
    [0.44, 0.035],
    [0.5, 0.05],
    [0.83, 0.4],
    [0.78, 0.74],
    [0.5, 0.97],
    [0.42, 1],
    [0.4, 0.98],
  ]);
  const arch = [
    [-0.56, 0.93, 0],
    [-0.6, 1.12, 0],
    [-0.52, 1.45, 0],
    [-0.28, 1.67, 0],
    [0, 1.73, 0],
    [0.28, 1.67, 0],
    [0.52, 1.45, 0],
    [0.6, 1.12, 0],
    [0.56, 0.93, 0],
  ];
  const lugs = [-1, 1].map((side) => ring(0.065, 0.024, coat(), [side * 0.57, 0.94, 0], [0, 0, 0]));
  return group(
    turned(
      [
        [0, 0],
        [0.42, 0, 0.02],
        [0.44, 0.02],
        [0.445, 0.04],
      ],
      bisque(),
    ),
    shaded(turned(body, coat()), (y) => 0.84 + 0.18 * Math.min(1, y / 0.35)),
    turned(
      [
        [0, 1.13],
        [0.06, 1.13],
        [0.15, 1.12, 0.06],
        [0.33, 1.07, 0.06],
        [0.41, 1.0, 0.015],
        [0.4, 0.985],
      ],
      coat(),
    ),
    turned(
      [
        [0, 1.31],
        [0.06, 1.31, 0.04],
        [0.1, 1.26, 0.05],
        [0.05, 1.17, 0.03],
        [0.07, 1.12],
      ],
      coat(),
    ),
    tube(
      [
        [0.66, 0.42, 0],
        [0.86, 0.5, 0],
        [1.0, 0.66, 0],
        [1.09, 0.84, 0],
        [1.22, 0.98, 0],
      ],
      [0.17, 0.135, 0.1, 0.075, 0.068],
      coat(),
    ),
    ...lugs,
    tube(arch, 0.037, cane([70, 1])),
  );
}

const CUP_GLAZES = { sea: '#64877e', oat: '#ddcfb2', clay: '#a5694c' };

function cup(colour, { full = true } = {}) {
  const line = [
    [0, 0.09],
    [0.2, 0.1],
    [0.34, 0.2, 0.1],
    [0.425, 0.5, 0.1],
    [0.462, 0.86, 0.01],
    [0.475, 0.872, 0.008],
    [0.485, 0.855, 0.01],
    [0.455, 0.5, 0.12],
    [0.4, 0.22, 0.1],
    [0.27, 0.07, 0.02],
  ];
  const parts = [
    turned(line, glaze(colour, { specks: 0.7 })),
    turned(
      [
        [0, 0.05],
        [0.22, 0.05],
        [0.24, 0, 0.012],
        [0.285, 0, 0.015],
        [0.275, 0.075],
      ],
      bisque(),
    ),
  ];
  if (full) parts.push(cylinder(0.4335, 0.42, 0.012, TEA(), [0, 0.61, 0]));
  return group(...parts);
}

export function cups({ mix = ['sea', 'oat', 'clay'] }) {
  const [a, b, c] = mix.map((name) => CUP_GLAZES[name]);
  return group(
    placed(cup(a), [-0.52, 0, 0.05]),
    placed(cup(b), [0.5, 0, -0.1]),
    placed(cup(c), [0.06, 0, 0.9]),
  );
}

export function tray() {
  const walnut = wood('walnut', [0.5, 2]);
  const rim = turned(
    [
      [1.0, 0.06],
      [1.03, 0.12, 0.02],
      [1.07, 0.13, 0.015],
      [1.09, 0.1, 0.02],
      [1.05, 0.0, 0.02],
      [0.9, 0],
    ],
    wood('walnut'),
  );
  return group(
    cylinder(1.03, 1.0, 0.06, walnut, [0, 0.03, 0]),
    rim,
    placed(cup(CUP_GLAZES.oat), [0.38, 0.06, 0.22], 0, 0.7),
    placed(cup(CUP_GLAZES.sea), [-0.42, 0.06, -0.15], 0, 0.7),
  );
}

/** The teapot's cup for the hero's bench. */
export function benchCup({ glaze: name }) {
  return cup(CUP_GLAZES[name] ?? PIGMENTS[name], { full: false });
}

export function caddy({ glaze: name = 'ink' }) {
  const coat = glaze(name === 'bone' ? '#e6dac3' : '#333f40', { specks: name === 'bone' ? 0.9 : 0.3 });
  const body = [
    [0, 0.05],
    [0.5, 0.05],
    [0.54, 0.1, 0.04],
    [0.56, 0.5, 0.2],
    [0.54, 0.98, 0.1],
    [0.44, 1.08, 0.02],
    [0.42, 1.08],
  ];
  return group(
    turned(
      [
        [0, 0],
        [0.47, 0, 0.015],
        [0.5, 0.03],
        [0.505, 0.055],
      ],
      bisque(),
    ),
    shaded(turned(body, coat), (y) => 0.86 + 0.16 * Math.min(1, y / 0.3)),
    turned(
      [
        [0, 1.3],
        [0.4, 1.3, 0.05],
        [0.46, 1.26, 0.03],
        [0.46, 1.1, 0.02],
        [0.42, 1.085],
      ],
      wood('cherry', [1, 0.4]),
    ),
    cylinder(0.452, 0.452, 0.008, wood('cherry'), [0, 1.296, 0]),
    turned(
      [
        [0, 1.4],
        [0.07, 1.4, 0.03],
        [0.1, 1.36, 0.03],
        [0.06, 1.3],
      ],
      wood('cherry', [1, 0.3]),
    ),
  );
}

export function teaTin() {
  const paper = matte('#e9e2d2');
  const wrap = matte('#ffffff', { map: label.tea() });
  const round = new T.CylinderGeometry(0.482, 0.482, 0.74, 128, 1, true);
  const band = new T.Mesh(round, wrap);
  band.position.y = 0.62;
  band.rotation.y = -1.0;
  return group(
    turned(
      [
        [0, 0],
        [0.47, 0, 0.012],
        [0.48, 0.02],
        [0.48, 1.2],
      ],
      matte('#3f5f5d'),
    ),
    band,
    turned(
      [
        [0.49, 1.08],
        [0.495, 1.08, 0.005],
        [0.495, 1.36, 0.025],
        [0, 1.36],
      ],
      matte('#3f5f5d'),
    ),
    ring(0.494, 0.006, paper, [0, 1.082, 0]),
    cylinder(0.4, 0.4, 0.004, matte('#476967'), [0, 1.361, 0]),
  );
}
