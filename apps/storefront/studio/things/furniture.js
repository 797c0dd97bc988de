import * as T from 'three';
import { brass, cane, cloth, iron, matte, surface, wood } from '../stage/materials.js';
import {
  ball,
  cylinder,
  group,
  mesh,
  placed,
  plank,
  rectangle,
  ring,
  rod,
  slab,
  tube,
  turned,
} from '../stage/shapes.js';

/** A hand that ends in a point, turned clockwise from twelve; `behind` is its tail. */
function hand(length, width, turn, material, behind = 0.12) {
  const shape = new T.Shape();
  shape.moveTo(-width / 2, -behind);
  shape.lineTo(width / 2, -behind);
  shape.lineTo(width / 2.6, length);
  shape.lineTo(-width / 2.6, length);
  const geometry = new T.ExtrudeGeometry(shape, {
    depth: 0.008,
    bevelEnabled: true,
    bevelSize: 0.004,
    bevelThickness: 0.004,
    bevelSegments: 2,
  });
  return mesh(geometry, material, [0, 0, 0], [0, 0, -turn]);
}

function dial(radius, marks, depth = 0.008) {
  return Array.from({ length: 12 }, (_, i) => {
    const angle = (i / 6) * Math.PI;
    const long = i % 3 === 0 ? 0.15 : 0.085;
    const far = radius - long * radius * 0.5;
    return mesh(
      new T.BoxGeometry(0.026 * radius * 1.3, long * radius, depth),
      marks,
      [Math.sin(angle) * far, Math.cos(angle) * far, 0],
      [0, 0, -angle],
    );
  });
}

export function clock({ wood: kind = 'oak' }) {
  const timber = () => wood(kind, [0.6, 1.2]);
  const face = placed(
    group(
      ...dial(0.66, iron()),
      placed(hand(0.36, 0.05, -0.55, iron()), [0, 0, 0.008]),
      placed(hand(0.56, 0.036, 1.2, iron()), [0, 0, 0.02]),
      cylinder(0.035, 0.035, 0.03, brass(), [0, 0, 0.03], [Math.PI / 2, 0, 0]),
    ),
    [0, 0.94, 0.108],
  );
  const shell = turned(
    [
      [0, -0.16],
      [0.76, -0.16, 0.03],
      [0.82, -0.1, 0.05],
      [0.82, 0.12, 0.03],
      [0.785, 0.145, 0.015],
      [0.745, 0.14, 0.012],
      [0.735, 0.1],
    ],
    wood(kind, [0.5, 0.6]),
  );
  const standing = group(
    shell,
    cylinder(0.74, 0.74, 0.02, matte(kind === 'oak' ? '#efeadd' : '#e9e3d3'), [0, 0.092, 0]),
  );
  standing.rotation.x = Math.PI / 2;
  standing.position.y = 0.94;
  return group(
    standing,
    face,
    slab([0.86, 0.13, 0.4], 0.03, timber(), [0, 0.065, 0]),
    slab([0.5, 0.1, 0.3], 0.02, timber(), [0, 0.13, 0]),
  );
}

export function alarmClock({ finish = 'ink' }) {
  const metal = () => (finish === 'brass' ? brass() : matte('#33403f', { roughness: 0.45 }));
  const shell = turned(
    [
      [0, -0.3],
      [0.6, -0.3, 0.12],
      [0.78, -0.16, 0.12],
      [0.82, 0.2, 0.03],
      [0.84, 0.22, 0.012],
      [0.84, 0.3, 0.02],
      [0.76, 0.32, 0.012],
      [0.74, 0.26],
    ],
    metal(),
  );
  const body = group(
    shell,
    cylinder(0.75, 0.75, 0.02, matte('#f1ebde'), [0, 0.25, 0]),
    ring(0.8, 0.018, brass(), [0, 0.312, 0]),
  );
  body.rotation.x = Math.PI / 2;
  const face = placed(
    group(
      ...dial(0.68, iron()),
      placed(hand(0.34, 0.06, 0.98, iron()), [0, 0, 0.008]),
      placed(hand(0.56, 0.042, 3.42, iron()), [0, 0, 0.02]),
      placed(hand(0.26, 0.026, -1.2, surface({ color: '#a1532c', roughness: 0.5 }), 0.05), [0, 0, 0.004]),
      cylinder(0.04, 0.04, 0.03, brass(), [0, 0, 0.03], [Math.PI / 2, 0, 0]),
    ),
    [0, 0, 0.266],
  );
  const feet = [-0.72, 0.72].map((turn) =>
    rod(
      [Math.sin(turn) * 0.74, -Math.cos(turn) * 0.74, 0.12],
      [Math.sin(turn) * 1.0, -Math.cos(turn) * 1.02, 0.2],
      brass(),
      [0.04, 0.05],
    ),
  );
  const crown = group(
    rod([0, 0.8, 0], [0, 0.93, 0], brass(), [0.035, 0.035]),
    turned(
      [
        [0, 0.93],
        [0.16, 0.93, 0.02],
        [0.16, 0.98, 0.02],
        [0.09, 1.02, 0.02],
        [0, 1.03],
      ],
      brass(),
    ),
  );
  const all = group(
    body,
    face,
    ...feet,
    ...feet.map((foot) => ball(0.055, brass(), [Math.sign(foot.position.x) * 0.66, -0.765, 0.2])),
    rod([0, -0.62, -0.2], [0, -0.79, -0.34], brass(), [0.04, 0.05]),
    crown,
  );
  all.position.y = 0.82;
  return group(all);
}

export function stool() {
  const ash = () => wood('ash', [0.7, 1]);
  const foot = (i) => [Math.cos(i * (Math.PI / 2) + 0.5), Math.sin(i * (Math.PI / 2) + 0.5)];
  const legs = [0, 1, 2, 3].map((i) => {
    const [c, s] = foot(i);
    return rod([c * 0.64, 0, s * 0.64], [c * 0.42, 1.18, s * 0.42], wood('ash', [2, 0.3]), [0.046, 0.062]);
  });
  const across = (i, y) => {
    const [[a, b], [c, d]] = [foot(i), foot(i + 2)];
    const r = 0.64 - (0.22 * y) / 1.18;
    return rod([a * r, y, b * r], [c * r, y, d * r], wood('ash', [2, 0.3]), [0.03, 0.03]);
  };
  return group(
    ...legs,
    across(0, 0.42),
    across(1, 0.49),
    turned(
      [
        [0, 1.12],
        [0.62, 1.12, 0.02],
        [0.72, 1.17, 0.04],
        [0.72, 1.23, 0.03],
        [0.68, 1.25, 0.01],
        [0, 1.25],
      ],
      ash(),
    ),
    turned(
      [
        [0, 1.25],
        [0.62, 1.25, 0.01],
        [0.66, 1.28, 0.03],
        [0.65, 1.35, 0.04],
        [0.6, 1.375, 0.03],
        [0, 1.38],
      ],
      cloth('#c3b598', [4, 4], { bumpScale: 0.3 }),
    ),
  );
}

export function bench({ wood: kind = 'oak' }) {
  const timber = (repeat) => wood(kind, repeat);
  const seat = plank(rectangle(2.9, 0.84, 0.1), 0.12, timber([0.4, 1.2]), { edge: 0.03 });
  const corners = [
    [-1, -1],
    [-1, 1],
    [1, -1],
    [1, 1],
  ];
  const legs = corners.map(([x, z]) =>
    rod([x * 1.26, 0, z * 0.36], [x * 1.12, 1.1, z * 0.26], timber([2, 0.3]), [0.048, 0.068]),
  );
  const wedges = corners.map(([x, z]) =>
    cylinder(0.066, 0.066, 0.006, timber([1, 1]), [x * 1.115, 1.179, z * 0.255]),
  );
  return group(
    placed(seat, [0, 1.06, 0]),
    ...legs,
    ...wedges,
    ...[-1, 1].map((x) =>
      rod([x * 1.205, 0.42, -0.33], [x * 1.205, 0.42, 0.33], timber([2, 0.3]), [0.034, 0.034]),
    ),
    rod([-1.205, 0.42, 0], [1.205, 0.42, 0], timber([2, 0.3]), [0.036, 0.036]),
  );
}

export function basket() {
  const willow = (tone) => matte(tone, { roughness: 0.7 });
  const tones = ['#8a6a45', '#7b5c3a', '#967650'];
  const stakes = 20;
  const radius = (y) => 0.7 + 0.16 * Math.sin(((y + 0.15) / 1.25) * 1.9);
  const uprights = Array.from({ length: stakes }, (_, i) => {
    const angle = (i / stakes) * Math.PI * 2;
    const at = (y) => [Math.cos(angle) * radius(y), y, Math.sin(angle) * radius(y)];
    return tube([at(0.02), at(0.4), at(0.8), at(1.18)], 0.03, willow('#6d5133'), { steps: 24, round: 10 });
  });
  const rows = Array.from({ length: 17 }, (_, row) => {
    const y = 0.055 + row * 0.067;
    const path = [];
    for (let i = 0; i < stakes * 2; i++) {
      const angle = (i / (stakes * 2)) * Math.PI * 2;
      const out = i % 2 === 0 ? ((i / 2 + row) % 2 === 0 ? 0.046 : -0.046) : 0;
      path.push([
        Math.cos(angle) * (radius(y) + out),
        y + 0.006 * Math.sin(i * 1.7 + row),
        Math.sin(angle) * (radius(y) + out),
      ]);
    }
    return tube(path, 0.037, willow(tones[(row * 7) % 3]), { closed: true, steps: 340, round: 10 });
  });
  const rim = [0, 1].map((strand) => {
    const path = [];
    for (let i = 0; i < 120; i++) {
      const angle = (i / 120) * Math.PI * 2;
      const twist = angle * 15 + strand * Math.PI;
      const r = radius(1.18) + Math.cos(twist) * 0.03;
      path.push([Math.cos(angle) * r, 1.19 + Math.sin(twist) * 0.03, Math.sin(angle) * r]);
    }
    return tube(path, 0.036, willow(tones[strand]), { closed: true, steps: 480, round: 12 });
  });
  const rope = cane([60, 1]);
  rope.color.set('#d8c7a2');
  const handles = [-1, 1].map((side) =>
    tube(
      [
        [side * 0.84, 1.02, -0.2],
        [side * 0.92, 1.2, -0.17],
        [side * 0.96, 1.34, 0],
        [side * 0.92, 1.2, 0.17],
        [side * 0.84, 1.02, 0.2],
      ],
      0.036,
      rope,
    ),
  );
  return group(
    ...uprights,
    ...rows,
    ...rim,
    ...handles,
    cylinder(0.66, 0.66, 0.04, willow('#6d5133'), [0, 0.06, 0]),
  );
}
