import * as T from 'three';
import {
  brass,
  brushed,
  enamel,
  iron,
  knurled,
  matte,
  PIGMENTS,
  steel,
  surface,
  wood,
} from '../stage/materials.js';
import { cylinder, group, mesh, placed, ring, slab, tube, turned } from '../stage/shapes.js';

export function flask({ colour = 'slate' }) {
  const paint = matte(PIGMENTS[colour], { roughness: 0.55, bumpScale: 0.3 });
  return group(
    turned(
      [
        [0, 0],
        [0.43, 0, 0.02],
        [0.46, 0.03, 0.02],
        [0.46, 1.36, 0.12],
        [0.3, 1.62, 0.1],
        [0.29, 1.72],
      ],
      paint,
    ),
    turned(
      [
        [0.29, 1.715],
        [0.3, 1.72, 0.005],
        [0.3, 1.765, 0.008],
        [0.26, 1.77],
      ],
      steel(),
    ),
    turned(
      [
        [0.26, 1.77],
        [0.305, 1.77, 0.012],
        [0.31, 1.98, 0.03],
        [0.28, 2.02, 0.02],
        [0, 2.02],
      ],
      wood('oak', [1, 0.5]),
    ),
    cylinder(0.282, 0.282, 0.006, wood('oak', [0.4, 0.8]), [0, 2.019, 0]),
    ring(0.12, 0.02, iron(), [0, 2.03, 0], [0, 0, 0], Math.PI),
    ...[-1, 1].map((side) => cylinder(0.032, 0.036, 0.03, iron(), [side * 0.12, 2.03, 0])),
  );
}

export function mug({ colour = 'bone' }) {
  const coat = () => enamel({ bone: '#e9e2d2', sea: '#5f857c', rust: '#7e4026' }[colour]);
  return group(
    turned(
      [
        [0, 0.02],
        [0.56, 0, 0.03],
        [0.65, 0.05, 0.05],
        [0.68, 1.0, 0.02],
        [0.68, 1.03],
      ],
      coat(),
    ),
    turned(
      [
        [0, 0.06],
        [0.56, 0.06, 0.06],
        [0.635, 0.14, 0.06],
        [0.66, 1.02],
      ],
      enamel('#efe9dc'),
    ),
    ring(0.672, 0.024, iron(), [0, 1.03, 0]),
    tube(
      [
        [0.66, 0.86, 0],
        [0.86, 0.92, 0],
        [1.03, 0.84, 0],
        [1.06, 0.62, 0],
        [0.96, 0.4, 0],
        [0.78, 0.26, 0],
        [0.655, 0.2, 0],
      ],
      [0.075, 0.05, 0.05, 0.05, 0.05, 0.05, 0.075],
      coat(),
    ),
  );
}

export function cookPot() {
  const metal = () => brushed([1, 8]);
  const bail = [];
  for (let i = 0; i <= 16; i++) {
    const angle = Math.PI * (i / 16);
    bail.push([Math.cos(angle) * 0.81, 0.93 + Math.sin(angle) * 0.66, -Math.sin(angle) * 0.16]);
  }
  return group(
    turned(
      [
        [0, 0],
        [0.7, 0, 0.05],
        [0.78, 0.07, 0.06],
        [0.78, 1.02, 0.01],
        [0.8, 1.03, 0.01],
      ],
      metal(),
    ),
    turned(
      [
        [0.805, 1.0],
        [0.82, 1.0, 0.006],
        [0.82, 1.06, 0.012],
        [0.78, 1.08, 0.02],
        [0.74, 1.16, 0.05],
        [0, 1.18],
      ],
      metal(),
    ),
    turned(
      [
        [0, 1.28],
        [0.05, 1.28, 0.03],
        [0.085, 1.25, 0.03],
        [0.05, 1.2],
        [0.05, 1.17],
      ],
      matte('#26282a'),
    ),
    tube(bail, 0.021, steel()),
    tube(
      [
        [-0.17, 1.565, -0.15],
        [0, 1.6, -0.16],
        [0.17, 1.565, -0.15],
      ],
      0.042,
      matte('#2c2e2f'),
    ),
    ...[-1, 1].map((side) =>
      group(
        slab([0.03, 0.16, 0.14], 0.012, steel(), [side * 0.79, 0.9, 0]),
        mesh(
          new T.CylinderGeometry(0.03, 0.03, 0.07, 32),
          steel(),
          [side * 0.815, 0.93, 0],
          [0, 0, Math.PI / 2],
        ),
      ),
    ),
    ...[0.25, 0.5, 0.75].map((y) => ring(0.781, 0.004, matte('#8b8e8e'), [0, y, 0])),
  );
}

export function torch({ finish = 'brass' }) {
  const metal = () =>
    finish === 'brass' ? brass() : surface({ color: '#2f3a3a', metalness: 0.55, roughness: 0.42 });
  const grip = knurled(metal, [5, 3]);
  const body = group(
    turned(
      [
        [0, 0],
        [0.19, 0, 0.02],
        [0.2, 0.03, 0.01],
        [0.2, 0.2, 0.01],
        [0.185, 0.21],
      ],
      metal(),
    ),
    turned(
      [
        [0.185, 0.2],
        [0.2, 0.215],
        [0.2, 0.9],
        [0.185, 0.915],
      ],
      grip,
    ),
    turned(
      [
        [0.18, 0.9],
        [0.19, 0.92],
        [0.19, 1.2, 0.04],
        [0.25, 1.3, 0.04],
        [0.26, 1.62, 0.012],
        [0.235, 1.63, 0.01],
        [0.2, 1.56],
      ],
      metal(),
    ),
    ...[1.38, 1.44, 1.5].map((y) => ring(0.256, 0.01, metal(), [0, y, 0])),
    cylinder(
      0.235,
      0.235,
      0.02,
      surface({
        color: '#eef0ea',
        roughness: 0.06,
        clearcoat: 1,
        emissive: '#fff0d0',
        emissiveIntensity: 0.25,
      }),
      [0, 1.585, 0],
    ),
    mesh(
      new T.CylinderGeometry(0.055, 0.06, 0.05, 40),
      matte('#1f2121'),
      [0, 1.06, 0.19],
      [Math.PI / 2, 0, 0],
    ),
    ring(0.075, 0.012, steel(), [0, -0.055, 0], [0, 0, 0]),
  );
  body.rotation.set(-0.25, 0, -Math.PI / 2 + 0.04);
  return group(placed(group(body), [-0.8, 0.26, 0]));
}
