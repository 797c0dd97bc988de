import { bisque, glaze, matte, surface } from '../stage/materials.js';
import { bent, cylinder, group, placed, ring, shaded, tube, turned } from '../stage/shapes.js';

const PORCELAIN = () => glaze('#f3f0e8', { roughness: 0.2 });
const BLUE = () => surface({ color: '#3f6d6a', roughness: 0.3 });

function saucer() {
  return turned(
    [
      [0, 0.055],
      [0.24, 0.06, 0.03],
      [0.3, 0.08, 0.03],
      [0.56, 0.1, 0.1],
      [0.84, 0.21, 0.01],
      [0.85, 0.195, 0.01],
      [0.56, 0.07, 0.1],
      [0.32, 0.04, 0.02],
      [0.3, 0, 0.01],
      [0.26, 0, 0.01],
      [0.25, 0.045],
    ],
    PORCELAIN(),
  );
}

function teaBowlShell() {
  return group(
    turned(
      [
        [0, 0.2],
        [0.22, 0.21, 0.06],
        [0.4, 0.36, 0.12],
        [0.62, 0.66, 0.14],
        [0.745, 0.93, 0.01],
        [0.76, 0.925, 0.01],
        [0.64, 0.63, 0.14],
        [0.42, 0.32, 0.12],
        [0.29, 0.2, 0.02],
        [0.28, 0.08],
      ],
      PORCELAIN(),
    ),
    ring(0.694, 0.009, BLUE(), [0, 0.76, 0]),
  );
}

function gaiwanLid() {
  return turned(
    [
      [0, 0.27],
      [0.1, 0.265],
      [0.12, 0.3, 0.02],
      [0.155, 0.34, 0.012],
      [0.17, 0.325, 0.01],
      [0.14, 0.26, 0.03],
      [0.3, 0.225, 0.08],
      [0.52, 0.13, 0.1],
      [0.63, 0, 0.012],
      [0.615, 0, 0.01],
      [0.5, 0.11, 0.1],
      [0.28, 0.205, 0.08],
      [0, 0.235],
    ],
    PORCELAIN(),
  );
}

export function gaiwan() {
  return group(saucer(), teaBowlShell(), placed(gaiwanLid(), [0, 0.865, 0], 0, 1.09));
}

export function gaiwanOpen() {
  const lid = gaiwanLid();
  lid.position.set(1.03, 0.52, 0.42);
  lid.rotation.set(0.1, -0.5, -1.08);
  return group(
    saucer(),
    teaBowlShell(),
    cylinder(0.67, 0.6, 0.012, surface({ color: '#b18a3a', roughness: 0.06, clearcoat: 0.5 }), [0, 0.74, 0]),
    lid,
  );
}

/** Pulls a lip out of a rim: strongest at the top and in the direction of x. */
function lipped(made, [from, to], pull, narrow = 0.32) {
  return bent(made, (vertex) => {
    const high = Math.min(1, Math.max(0, (vertex.y - from) / (to - from)));
    const angle = Math.atan2(vertex.z, vertex.x);
    const near = Math.exp(-((angle / narrow) ** 2)) * high * high;
    vertex.x += pull * near;
    vertex.y += pull * 0.22 * near;
  });
}

export function pitcher() {
  const celadon = () => glaze('#9fb5a2', { roughness: 0.22 });
  const line = [
    [0, 0.12],
    [0.3, 0.12, 0.1],
    [0.46, 0.36, 0.2],
    [0.4, 0.78, 0.2],
    [0.37, 1.04, 0.1],
    [0.42, 1.18, 0.01],
    [0.436, 1.176, 0.01],
    [0.395, 1.04, 0.1],
    [0.43, 0.78, 0.2],
    [0.5, 0.36, 0.24],
    [0.36, 0.06, 0.06],
    [0.3, 0.05],
  ];
  return group(
    lipped(turned(line, celadon()), [0.85, 1.18], 0.14, 0.42),
    turned(
      [
        [0, 0.03],
        [0.26, 0.03],
        [0.27, 0, 0.01],
        [0.31, 0, 0.01],
        [0.305, 0.055],
      ],
      bisque('#8d6f57'),
    ),
  );
}

function whisk() {
  const bamboo = surface({ color: '#d8bd84', roughness: 0.6 });
  const parts = [
    turned(
      [
        [0, 0],
        [0.13, 0, 0.02],
        [0.14, 0.05],
        [0.13, 0.3],
        [0.15, 0.33, 0.02],
        [0.13, 0.36, 0.02],
        [0.125, 0.5],
      ],
      bamboo,
    ),
    turned(
      [
        [0.128, 0.44],
        [0.142, 0.45, 0.01],
        [0.142, 0.52, 0.01],
        [0.125, 0.54],
      ],
      matte('#3b3430'),
    ),
  ];
  for (let i = 0; i < 64; i++) {
    const angle = (i / 64) * Math.PI * 2;
    const wide = i % 2 === 0 ? 1 : 0.66;
    const [c, s] = [Math.cos(angle) * wide, Math.sin(angle) * wide];
    const path = [
      [c * 0.11, 0.5, s * 0.11],
      [c * 0.2, 0.68, s * 0.2],
      [c * 0.26, 0.9, s * 0.26],
      [c * 0.23, 1.0, s * 0.23],
      [c * 0.19, 0.98, s * 0.19],
    ];
    parts.push(tube(path, [0.011, 0.009, 0.006], bamboo, { steps: 14, round: 6 }));
  }
  return group(...parts);
}

export function teaBowl() {
  const uneven = (made) =>
    bent(made, (vertex) => {
      const angle = Math.atan2(vertex.z, vertex.x);
      vertex.y *= 1 + 0.035 * Math.cos(angle - 0.6) * Math.min(1, vertex.y);
      vertex.x *= 1 + 0.02 * Math.cos(2 * angle);
    });
  const shell = [
    [0, 0.19],
    [0.3, 0.2, 0.16],
    [0.56, 0.42, 0.2],
    [0.605, 0.76, 0.1],
    [0.615, 0.985, 0.015],
    [0.635, 1, 0.012],
    [0.655, 0.98, 0.015],
    [0.65, 0.72, 0.12],
    [0.6, 0.38, 0.2],
    [0.42, 0.19, 0.1],
    [0.37, 0.17],
  ];
  return group(
    uneven(shaded(turned(shell, glaze('#9d6a4c', { specks: 1.4, roughness: 0.42 })), (y) => 0.9 + 0.2 * y)),
    uneven(
      turned(
        [
          [0, 0.06],
          [0.24, 0.06],
          [0.26, 0, 0.012],
          [0.34, 0, 0.015],
          [0.345, 0.12],
          [0.4, 0.17, 0.02],
          [0.47, 0.215],
        ],
        bisque('#a98563'),
      ),
    ),
    placed(whisk(), [0.98, 0, 0.34], 0, 0.86),
  );
}
