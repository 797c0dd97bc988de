import * as T from 'three';
import { brass, castIron, enamel, glaze, matte, wood } from '../stage/materials.js';
import { ball, bent, cylinder, group, mesh, ring, tube, turned } from '../stage/shapes.js';

export function kettle({ finish = 'iron' }) {
  const coat = () =>
    matte(finish === 'bone' ? '#e4d9c4' : '#2b2e2f', { roughness: finish === 'bone' ? 0.45 : 0.7 });
  const body = [
    [0, 0],
    [0.74, 0, 0.02],
    [0.8, 0.05, 0.06],
    [0.74, 0.5, 0.3],
    [0.5, 0.94, 0.16],
    [0.4, 0.985, 0.02],
    [0.38, 0.97],
  ];
  const neck = [
    [0.66, 0.2, 0],
    [0.9, 0.24, 0],
    [1.04, 0.42, 0],
    [1.07, 0.72, 0],
    [1.16, 0.98, 0],
    [1.34, 1.08, 0],
    [1.5, 1.0, 0],
  ];
  const bow = [
    [-0.56, 0.86, 0],
    [-0.72, 0.98, 0],
    [-0.92, 1.0, 0],
    [-1.06, 0.9, 0],
  ];
  return group(
    turned(body, coat()),
    turned(
      [
        [0, 1.08],
        [0.1, 1.075],
        [0.34, 1.02, 0.06],
        [0.385, 0.975, 0.01],
        [0.37, 0.965],
      ],
      coat(),
    ),
    turned(
      [
        [0, 1.22],
        [0.06, 1.22, 0.04],
        [0.09, 1.17, 0.03],
        [0.045, 1.1, 0.02],
        [0.06, 1.07],
      ],
      wood('walnut', [1, 0.2]),
    ),
    tube(neck, [0.105, 0.08, 0.06, 0.05, 0.043, 0.038, 0.036], coat()),
    tube(bow, 0.034, coat()),
    tube(
      [
        [-1.05, 0.92, 0],
        [-1.13, 0.66, 0],
        [-1.1, 0.36, 0],
        [-1.04, 0.24, 0],
      ],
      [0.055, 0.075, 0.07, 0.05],
      wood('walnut', [1, 0.3]),
    ),
    ball(0.036, brass(), [-1.06, 0.9, 0]),
  );
}

const ENAMELS = { sea: '#31524f', rust: '#7a3f25', bone: '#e6dac3' };

function potLid(coat) {
  return group(
    turned(
      [
        [0, 0.28],
        [0.16, 0.275],
        [0.62, 0.17, 0.14],
        [0.93, 0.05, 0.03],
        [0.95, 0.0, 0.015],
        [0.9, -0.005],
        [0, 0.1],
      ],
      coat,
    ),
    ring(0.84, 0.014, coat, [0, 0.105, 0]),
    cylinder(0.075, 0.1, 0.06, brass(), [0, 0.3, 0]),
    turned(
      [
        [0, 0.42],
        [0.12, 0.42, 0.03],
        [0.165, 0.38, 0.03],
        [0.13, 0.32, 0.02],
        [0.06, 0.31],
      ],
      brass(),
    ),
  );
}

export function casserole({ colour = 'sea', open = false }) {
  const coat = glaze(ENAMELS[colour], { roughness: 0.26 });
  const shell = [
    [0, 0.02],
    [0.74, 0, 0.03],
    [0.85, 0.06, 0.08],
    [0.92, 0.7, 0.04],
    [0.93, 0.745, 0.015],
    [0.87, 0.745, 0.012],
  ];
  const handles = [-1, 1].map((side) => {
    const path = [
      [0.86, 0.56, -0.26],
      [1.02, 0.58, -0.27],
      [1.13, 0.6, -0.16],
      [1.15, 0.6, 0],
      [1.13, 0.6, 0.16],
      [1.02, 0.58, 0.27],
      [0.86, 0.56, 0.26],
    ];
    return tube(
      path.map(([x, y, z]) => [x * side, y, z]),
      [0.075, 0.06, 0.055, 0.055, 0.055, 0.06, 0.075],
      coat,
    );
  });
  const inside = turned(
    [
      [0, 0.08],
      [0.72, 0.08, 0.1],
      [0.84, 0.2, 0.12],
      [0.875, 0.74],
    ],
    enamel('#e8e1d0'),
  );
  const lid = potLid(coat);
  if (open) {
    // The lid stands on its edge and leans on the right handle.
    lid.position.set(1.1, 0.88, 0);
    lid.rotation.z = -1.19;
  } else lid.position.set(0, 0.745, 0);
  return group(turned(shell, coat), inside, ...handles, lid);
}

export function skillet() {
  const iron = castIron();
  const pan = turned(
    [
      [0, 0],
      [0.76, 0, 0.03],
      [0.82, 0.02, 0.03],
      [0.97, 0.25, 0.01],
      [1.0, 0.27, 0.01],
      [1.0, 0.285, 0.008],
      [0.95, 0.285, 0.01],
      [0.8, 0.07, 0.05],
      [0, 0.05],
    ],
    iron,
  );
  bent(pan, (vertex) => {
    const angle = Math.abs(Math.abs(Math.atan2(vertex.z, vertex.x)) - Math.PI / 2);
    const lip = Math.exp(-((angle / 0.14) ** 2)) * Math.max(0, (vertex.y - 0.1) / 0.18);
    vertex.z *= 1 + 0.05 * lip;
    vertex.y -= 0.035 * lip;
  });
  const shape = new T.Shape();
  shape.moveTo(0, -0.17);
  shape.bezierCurveTo(0.12, -0.09, 0.3, -0.075, 0.5, -0.085);
  shape.bezierCurveTo(0.8, -0.1, 0.95, -0.13, 1.08, -0.1);
  shape.absarc(1.06, 0, 0.11, -Math.PI / 2.2, Math.PI / 2.2);
  shape.bezierCurveTo(0.95, 0.13, 0.8, 0.1, 0.5, 0.085);
  shape.bezierCurveTo(0.3, 0.075, 0.12, 0.09, 0, 0.17);
  const slot = new T.Path();
  slot.absellipse(0.98, 0, 0.09, 0.045, 0, Math.PI * 2);
  shape.holes.push(slot);
  const geometry = new T.ExtrudeGeometry(shape, {
    depth: 0.03,
    bevelEnabled: true,
    bevelSize: 0.02,
    bevelThickness: 0.02,
    bevelOffset: -0.02,
    bevelSegments: 4,
    curveSegments: 30,
  });
  const handle = mesh(geometry, iron, [0.9, 0.22, 0], [-Math.PI / 2, -0.09, 0]);
  const grip = new T.Shape();
  grip.absarc(0, 0, 0.2, -Math.PI / 2, Math.PI / 2);
  const small = new T.ExtrudeGeometry(grip, {
    depth: 0.03,
    bevelEnabled: true,
    bevelSize: 0.015,
    bevelThickness: 0.015,
    bevelSegments: 3,
  });
  return group(pan, handle, mesh(small, iron, [-0.95, 0.225, 0], [-Math.PI / 2, 0, Math.PI]));
}
