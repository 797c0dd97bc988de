import * as T from 'three';
import { label } from '../stage/labels.js';
import { brass, castIron, cloth, matte, wood } from '../stage/materials.js';
import { group, mesh, placed, plank, rectangle, ring, slab, tube, turned } from '../stage/shapes.js';

const sheetOf = (tone) => matte(tone, { roughness: 0.95 });

/** A pile of thin sheets, none quite on top of the last. */
function pile(count, [width, depth], tone, step = 0.009) {
  return Array.from({ length: count }, (_, i) => {
    const sheet = slab([width, step * 0.8, depth], 0.002, sheetOf(tone));
    return placed(
      sheet,
      [Math.sin(i * 2.3) * 0.006, i * step + step / 2, Math.cos(i * 1.7) * 0.006],
      Math.sin(i * 5.1) * 0.008,
    );
  });
}

function envelope() {
  const paper = sheetOf('#aebfb6');
  const flap = new T.Shape();
  flap.moveTo(-0.58, 0.4);
  flap.lineTo(0.58, 0.4);
  flap.lineTo(0.06, -0.06);
  flap.quadraticCurveTo(0, -0.1, -0.06, -0.06);
  flap.lineTo(-0.58, 0.4);
  const fold = new T.ExtrudeGeometry(flap, {
    depth: 0.003,
    bevelEnabled: true,
    bevelSize: 0.003,
    bevelThickness: 0.003,
    bevelSegments: 2,
  });
  return group(
    slab([1.18, 0.014, 0.82], 0.004, paper, [0, 0.007, 0]),
    mesh(fold, sheetOf('#b7c7be'), [0, 0.014, 0], [-Math.PI / 2, 0, 0]),
  );
}

/** The way of the string round the pile: up its side, over the paper, up and over the envelopes, and back below. */
function string(wide, narrow, height) {
  const half = [
    [wide, 0],
    [wide, 0.13],
    [wide, 0.256],
    [wide - 0.025, 0.282],
    [(wide + narrow) / 2, 0.284],
    [narrow + 0.04, 0.29],
    [narrow + 0.012, 0.33],
    [narrow - 0.012, height + 0.014],
    [narrow / 2, height + 0.016],
  ];
  const other = half.map(([side, up]) => [-side, up]);
  return [...half, [0, height + 0.018], ...other.reverse(), [0, -0.012]];
}

export function letterPaper() {
  const cord = cloth('#a9683f', [2, 30]);
  const height = 0.378;
  const loops = [
    string(0.912, 0.6, height).map(([side, up]) => [side, up, 0]),
    string(0.672, 0.42, height).map(([side, up]) => [0, up, side]),
  ].map((path) => tube(path, 0.013, cord, { closed: true, steps: 260 }));
  const top = height + 0.024;
  const bow = [-1, 1].map((side) =>
    tube(
      [
        [0, top, 0],
        [side * 0.14, top + 0.07, 0.06],
        [side * 0.3, top + 0.05, 0.13],
        [side * 0.26, top + 0.02, 0.02],
        [side * 0.1, top + 0.01, 0],
      ],
      0.013,
      cord,
    ),
  );
  const ends = [-1, 1].map((side) =>
    tube(
      [
        [0, top, 0],
        [side * 0.1, top + 0.005, 0.12],
        [side * 0.2, top - 0.008, 0.26],
        [side * 0.18, top - 0.008, 0.36],
      ],
      0.012,
      cord,
    ),
  );
  const envelopes = Array.from({ length: 6 }, (_, i) =>
    placed(envelope(), [0.04, 0.27 + i * 0.018, 0.02], 0.03 * Math.sin(i * 3)),
  );
  return group(
    ...pile(30, [1.8, 1.32], '#ece0c6'),
    ...envelopes,
    ...loops,
    ...bow,
    ...ends,
    placed(slab([0.05, 0.035, 0.05], 0.016, cord), [0, top + 0.004, 0]),
  );
}

export function calendar() {
  const oak = () => wood('oak', [0.8, 0.4]);
  const card = matte('#ffffff', { map: label.month(), roughness: 0.95 });
  const back = sheetOf('#efe8d9');
  const face = mesh(new T.BoxGeometry(1.46, 1.08, 0.014), [back, back, back, back, card, back]);
  face.position.set(0, 0.66, -0.03);
  face.rotation.x = -0.2;
  const spare = mesh(new T.BoxGeometry(1.46, 1.08, 0.02), back);
  spare.position.set(0, 0.66, -0.065);
  spare.rotation.x = -0.2;
  return group(
    slab([1.62, 0.24, 0.2], 0.02, oak(), [0, 0.12, 0.2]),
    slab([1.62, 0.24, 0.26], 0.02, oak(), [0, 0.12, -0.08]),
    slab([1.6, 0.1, 0.2], 0.01, oak(), [0, 0.05, 0.08]),
    face,
    spare,
  );
}

export function paperweight({ finish = 'brass' }) {
  const metal = finish === 'brass' ? brass() : castIron();
  const lead = group(
    turned(
      [
        [0, 0],
        [0.36, 0, 0.02],
        [0.4, 0.04, 0.03],
        [0.36, 0.5, 0.2],
        [0.22, 1.0, 0.1],
        [0.18, 1.12, 0.04],
        [0.2, 1.18, 0.02],
        [0.15, 1.25, 0.04],
        [0, 1.26],
      ],
      metal,
    ),
    ring(0.13, 0.034, metal, [0, 1.36, 0], [0, 0.6, 0]),
  );
  const paper = (tone) => plank(rectangle(1.5, 1.9, 0.004), 0.008, sheetOf(tone), { edge: 0.002 });
  return group(
    placed(paper('#e4d8bd'), [0.1, 0, 0.05], 0.24),
    placed(paper('#d9ccb0'), [0.05, 0.009, 0.02], -0.08),
    placed(lead, [-0.06, 0.018, -0.1], 0, 0.9),
  );
}
