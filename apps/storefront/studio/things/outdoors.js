import * as T from 'three';
import { brass, cloth, leather, wood } from '../stage/materials.js';
import { group, mesh, placed, rod, tube, turned } from '../stage/shapes.js';

export function foldingStool() {
  const ash = () => wood('ash', [2, 0.4]);
  const sides = [-0.46, 0.46].flatMap((z) => [
    rod([-0.62, 0, z], [0.56, 1.12, z * 0.99], ash(), [0.042, 0.042]),
    rod(
      [0.62, 0, z - 0.085 * Math.sign(z)],
      [-0.56, 1.12, z * 0.99 - 0.085 * Math.sign(z)],
      ash(),
      [0.042, 0.042],
    ),
    mesh(
      new T.CylinderGeometry(0.026, 0.026, 0.26, 32),
      brass(),
      [0.0, 0.575, z - 0.04 * Math.sign(z)],
      [Math.PI / 2, 0, 0],
    ),
  ]);
  const bars = [
    rod([-0.56, 1.12, -0.54], [-0.56, 1.12, 0.54], ash(), [0.05, 0.05]),
    rod([0.56, 1.12, -0.54], [0.56, 1.12, 0.54], ash(), [0.05, 0.05]),
    rod([-0.5, 0.115, -0.47], [-0.5, 0.115, 0.47], ash(), [0.028, 0.028]),
    rod([0.5, 0.115, -0.4], [0.5, 0.115, 0.4], ash(), [0.028, 0.028]),
  ];
  return group(...sides, ...bars, sling());
}

/** Canvas hanging between two bars and wrapped round them. */
function sling() {
  const canvas = cloth('#75734f', [3, 3], { bumpScale: 0.2 });
  const line = [];
  for (let i = 0; i <= 40; i++) {
    const t = i / 40;
    line.push([-0.56 + 1.12 * t, 1.175 - 0.17 * (1 - (2 * t - 1) ** 2)]);
  }
  const path = [
    [-0.56, 1.06],
    [-0.618, 1.12],
    [-0.585, 1.172],
    ...line.slice(1, -1),
    [0.585, 1.172],
    [0.618, 1.12],
    [0.56, 1.06],
  ];
  const shape = new T.Shape(
    path
      .map(([x, y]) => new T.Vector2(x, y + 0.012))
      .concat(path.map(([x, y]) => new T.Vector2(x, y - 0.012)).reverse()),
  );
  const geometry = new T.ExtrudeGeometry(shape, {
    depth: 0.72,
    bevelEnabled: true,
    bevelSize: 0.008,
    bevelThickness: 0.01,
    bevelSegments: 3,
  });
  return mesh(geometry, canvas, [0, 0, -0.36]);
}

/** A belt of leather round a roll, with its buckle on top. */
function belt(x, radius) {
  const hide = leather('#7a4c2b');
  const strap = turned(
    [
      [radius, -0.065],
      [radius + 0.025, -0.06, 0.008],
      [radius + 0.025, 0.06, 0.008],
      [radius, 0.065],
    ],
    hide,
  );
  strap.rotation.z = Math.PI / 2;
  const buckle = group(
    tube(
      [
        [-0.09, 0, -0.07],
        [0.09, 0, -0.07],
        [0.09, 0, 0.07],
        [-0.09, 0, 0.07],
      ],
      0.016,
      brass(),
      { closed: true },
    ),
    rod([-0.09, 0.005, 0], [0.09, 0.012, 0], brass(), [0.01, 0.01]),
  );
  buckle.position.set(0, radius * Math.sin(1.0) + 0.028, radius * Math.cos(1.0) + 0.02);
  buckle.rotation.x = Math.PI / 2 - 1.0;
  return placed(group(strap, buckle), [x, 0, 0]);
}

export function blanketRoll() {
  const turns = 4.2;
  const [inner, gap] = [0.05, 0.113];
  const edge = (push) => {
    const points = [];
    for (let i = 0; i <= 260; i++) {
      const angle = (i / 260) * turns * Math.PI * 2;
      const r = inner + (gap * angle) / (Math.PI * 2) + push;
      points.push(new T.Vector2(Math.cos(angle) * r, Math.sin(angle) * r));
    }
    return points;
  };
  const shape = new T.Shape([...edge(0.047), ...edge(-0.047).reverse()]);
  const geometry = new T.ExtrudeGeometry(shape, {
    depth: 1.7,
    bevelEnabled: true,
    bevelSize: 0.022,
    bevelThickness: 0.03,
    bevelOffset: -0.02,
    bevelSegments: 4,
    steps: 1,
  });
  const roll = mesh(geometry, cloth('#65644b', [7, 7]), [-0.85, 0, 0], [0, Math.PI / 2, 0]);
  roll.rotation.order = 'YXZ';
  roll.rotation.z = 2.0;
  const radius = inner + gap * turns + 0.045;
  const handle = tube(
    [
      [-0.4, radius + 0.03, 0.1],
      [-0.3, radius + 0.16, 0.1],
      [0, radius + 0.2, 0.1],
      [0.3, radius + 0.16, 0.1],
      [0.4, radius + 0.03, 0.1],
    ],
    0.034,
    leather('#7a4c2b'),
  );
  return group(roll, belt(-0.42, radius), belt(0.42, radius), handle);
}
