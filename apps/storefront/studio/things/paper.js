import * as T from 'three';
import { bisque, cloth, glaze, matte, wood } from '../stage/materials.js';
import { group, mesh, placed, plank, rectangle, slab, tube, turned } from '../stage/shapes.js';
import { dice, painted } from '../stage/textures.js';

/** The edges of many pages. */
function pages(tone = '#efe8d8') {
  const edge = painted(64, 256, (context, width, height) => {
    const roll = dice(13);
    context.fillStyle = tone;
    context.fillRect(0, 0, width, height);
    for (let y = 0; y < height; y += 3) {
      context.fillStyle = `rgba(120,100,70,${0.08 + roll() * 0.3})`;
      context.fillRect(0, y, width, 1);
    }
  });
  return matte('#ffffff', { map: edge });
}

function notebook([width, thick, depth], tone) {
  const board = 0.022;
  const cover = () => cloth(tone, [6, 5]);
  const spine = new T.Shape();
  spine.absarc(0, 0, thick / 2, Math.PI / 2, Math.PI * 1.5);
  spine.absarc(0, 0, thick / 2 - board, Math.PI * 1.5, Math.PI / 2, true);
  const back = new T.ExtrudeGeometry(spine, { depth, bevelEnabled: false, curveSegments: 24 });
  return group(
    slab([width, board, depth], 0.01, cover(), [0, board / 2, 0]),
    slab([width, board, depth], 0.01, cover(), [0, thick - board / 2, 0]),
    mesh(back, cover(), [-width / 2 + 0.012, thick / 2, -depth / 2]),
    mesh(new T.BoxGeometry(width - 0.03, thick - board * 2, depth - 0.05), pages(), [-0.01, thick / 2, 0]),
  );
}

/** A pencil lying along x: its body, then the shaved cedar and the lead. */
function pencil(tone, length = 1.3) {
  const body = new T.CylinderGeometry(0.036, 0.036, length, 40);
  return group(
    mesh(body, matte(tone, { roughness: 0.5 }), [0, 0, 0], [0, 0, Math.PI / 2]),
    mesh(
      new T.CylinderGeometry(0.009, 0.036, 0.13, 40),
      wood('cedar', [1, 1]),
      [length / 2 + 0.065, 0, 0],
      [0, 0, -Math.PI / 2],
    ),
    mesh(
      new T.ConeGeometry(0.0095, 0.035, 24),
      matte('#2b2b2c'),
      [length / 2 + 0.147, 0, 0],
      [0, 0, -Math.PI / 2],
    ),
    mesh(
      new T.CylinderGeometry(0.0365, 0.0365, 0.11, 40),
      matte('#3f5f5d'),
      [-length / 2 + 0.05, 0, 0],
      [0, 0, Math.PI / 2],
    ),
  );
}

export function notebooks() {
  const ribbon = tube(
    [
      [0.35, 0.02, 0.5],
      [0.36, 0.0, 0.62],
      [0.38, -0.05, 0.68],
    ],
    0.012,
    cloth('#b9805a', [2, 2]),
  );
  const elastic = mesh(new T.BoxGeometry(0.026, 0.136, 0.965), matte('#26282a'));
  return group(
    notebook([1.5, 0.24, 1.08], '#2f4f4d'),
    placed(notebook([1.42, 0.18, 1.02], '#9c5c38'), [-0.03, 0.24, 0], 0.1),
    placed(notebook([1.34, 0.13, 0.96], '#cbbfa4'), [0.03, 0.42, 0], -0.13),
    placed(pencil('#c98f4e', 1.1), [-0.05, 0.586, 0.12], 0.5),
    placed(group(ribbon), [0, 0.24, 0]),
    placed(elastic, [0.52, 0.485, 0.07], -0.13),
  );
}

export function penCup() {
  const cup = group(
    turned(
      [
        [0, 0.02],
        [0.34, 0.02, 0.02],
        [0.38, 0.05, 0.03],
        [0.38, 0.84, 0.008],
        [0.372, 0.855, 0.008],
        [0.345, 0.84, 0.008],
        [0.345, 0.1],
        [0, 0.08],
      ],
      glaze('#d3c5a6', { specks: 1.1 }),
    ),
    turned(
      [
        [0, 0],
        [0.33, 0, 0.01],
        [0.35, 0.015],
        [0.36, 0.03],
      ],
      bisque(),
    ),
  );
  const sticks = [
    [[0.04, 0.6, 0.1], 0.1, 0.02, '#3f5f5d'],
    [[0.15, 0.64, -0.1], -0.1, -0.2, '#c98f4e'],
    [[-0.13, 0.58, 0.0], 0.04, 0.17, '#26282a'],
    [[-0.02, 0.68, -0.16], -0.12, 0.04, '#b0653f'],
  ].map(([at, x, z, tone]) => {
    const made = pencil(tone, 1.0);
    made.rotation.z = Math.PI / 2;
    const holder = placed(group(made), at);
    holder.rotation.set(x, 0, z);
    return holder;
  });
  return group(cup, ...sticks);
}

export function pencils() {
  const pine = () => wood('pine', [1.4, 0.4]);
  const walls = [
    slab([1.72, 0.04, 0.98], 0.008, pine(), [0, 0.02, 0]),
    slab([1.72, 0.16, 0.045], 0.01, pine(), [0, 0.1, 0.47]),
    slab([1.72, 0.16, 0.045], 0.01, pine(), [0, 0.1, -0.47]),
    slab([0.045, 0.16, 0.9], 0.01, pine(), [-0.84, 0.1, 0]),
    slab([0.045, 0.12, 0.9], 0.01, pine(), [0.84, 0.08, 0]),
  ];
  const row = Array.from({ length: 12 }, (_, i) => {
    const made = pencil('#c99d70', 1.34);
    made.children[0].material = wood('cedar', [2, 0.2]);
    return placed(made, [-0.1 + (i % 3) * 0.012, 0.085, -0.405 + i * 0.0736]);
  });
  const lid = plank(rectangle(1.1, 0.93, 0.02), 0.03, wood('pine', [0.6, 0.7]), { edge: 0.008 });
  return group(
    ...walls,
    ...row,
    placed(lid, [-0.92, 0.165, 0]),
    tube(
      [
        [-0.56, 0.197, -0.09],
        [-0.55, 0.197, 0],
        [-0.56, 0.197, 0.09],
      ],
      0.01,
      matte('#a9804a'),
    ),
  );
}
