import * as T from 'three';
import { bisque, glaze, stone, wood } from '../stage/materials.js';
import { ball, bent, curved, group, mesh, placed, rod, shaded, turned } from '../stage/shapes.js';

export function mortar() {
  const rough = stone('#b9bab7');
  const bowl = [
    [0, 0],
    [0.5, 0, 0.03],
    [0.56, 0.06, 0.05],
    [0.5, 0.16, 0.05],
    [0.72, 0.4, 0.2],
    [0.82, 0.86, 0.03],
    [0.8, 0.9, 0.03],
    [0.68, 0.9, 0.03],
    [0.62, 0.6, 0.2],
    [0.4, 0.32, 0.15],
    [0, 0.26],
  ];
  const pestle = turned(
    [
      [0, 0],
      [0.13, 0.01, 0.08],
      [0.17, 0.14, 0.1],
      [0.12, 0.5, 0.2],
      [0.09, 0.9, 0.15],
      [0.12, 1.18, 0.08],
      [0.09, 1.28, 0.06],
      [0, 1.29],
    ],
    stone('#aeb0ae'),
  );
  pestle.position.set(-0.2, 0.34, 0.05);
  pestle.rotation.set(0.12, 0, -0.62);
  return group(turned(bowl, rough), pestle);
}

const BOWL_GLAZES = { sea: '#7f9a90', bone: '#e6dac3', clay: '#a5694c' };

export function bowl({ glaze: name = 'sea' }) {
  const coat = glaze(BOWL_GLAZES[name], { specks: 0.7 });
  const inner = curved(
    [
      [0, 0.13],
      [0.28, 0.15],
      [0.56, 0.28],
      [0.76, 0.46],
      [0.88, 0.67],
    ],
    160,
  ).map((point, i) => {
    // The potter's fingers: rings that grow wider on their way up.
    const ripple = 0.0055 * Math.sin(i * 0.42) * Math.min(1, i / 30);
    return point.add(new T.Vector2(ripple * 0.7, -ripple * 0.7));
  });
  const outer = curved(
    [
      [0.925, 0.665],
      [0.8, 0.42],
      [0.6, 0.22],
      [0.4, 0.1],
      [0.36, 0.08],
    ],
    60,
  );
  const lip = [new T.Vector2(0.895, 0.69), new T.Vector2(0.915, 0.685)];
  return group(
    shaded(turned([...inner, ...lip, ...outer], coat), (y) => 0.9 + 0.14 * Math.min(1, y / 0.6)),
    turned(
      [
        [0, 0.03],
        [0.3, 0.03],
        [0.32, 0, 0.01],
        [0.375, 0, 0.012],
        [0.375, 0.09],
      ],
      bisque(),
    ),
  );
}

export function plates({ glaze: name = 'bone' }) {
  const tone = name === 'ink' ? '#333f40' : '#e9dfca';
  const one = () =>
    group(
      turned(
        [
          [0, 0.06],
          [0.66, 0.06, 0.05],
          [0.74, 0.085, 0.05],
          [0.93, 0.15, 0.01],
        ],
        glaze(tone, { specks: 0.8 }),
      ),
      turned(
        [
          [0.93, 0.15],
          [1.0, 0.175, 0.012],
          [1.01, 0.165, 0.01],
          [0.76, 0.05, 0.04],
          [0.62, 0.03],
          [0.6, 0, 0.01],
          [0.55, 0, 0.01],
          [0.54, 0.03],
          [0, 0.03],
        ],
        bisque('#bda384'),
      ),
    );
  const lean = [0, 0.012, -0.01, 0.006];
  return group(...lean.map((x, i) => placed(one(), [x * 2, i * 0.105, x], i * 1.3)));
}

function spoonHead(material) {
  return bent(ball(1, material), (vertex) => {
    vertex.set(vertex.x * 0.15, vertex.y * 0.26, vertex.z * 0.045);
    if (vertex.z > 0) vertex.z *= 0.25 - 0.5 * Math.exp(-(vertex.x ** 2 + (vertex.y * 0.55) ** 2) * 110);
  });
}

export function spoons() {
  const cherry = () => wood('cherry', [0.5, 0.5]);
  const jar = group(
    turned(
      [
        [0, 0.02],
        [0.36, 0.02, 0.02],
        [0.42, 0.06, 0.04],
        [0.44, 0.5, 0.2],
        [0.41, 0.88, 0.03],
        [0.4, 0.9, 0.01],
        [0.38, 0.88, 0.01],
        [0.4, 0.5, 0.2],
        [0.36, 0.1],
        [0, 0.09],
      ],
      glaze('#cdbfa2', { specks: 1.1 }),
    ),
    turned(
      [
        [0, 0],
        [0.35, 0, 0.01],
        [0.37, 0.02],
        [0.38, 0.035],
      ],
      bisque(),
    ),
  );
  const spoon = group(
    rod([0, 0, 0], [0, 1.3, 0], cherry(), [0.036, 0.032]),
    placed(spoonHead(cherry()), [0, 1.46, 0]),
  );
  spoon.position.set(-0.1, 0.12, 0.05);
  spoon.rotation.set(0.06, 0.5, 0.16);
  const spurtle = turned(
    [
      [0, 0],
      [0.045, 0.02, 0.02],
      [0.05, 0.5, 0.2],
      [0.036, 1.15, 0.1],
      [0.03, 1.25, 0.05],
      [0.062, 1.36, 0.06],
      [0.05, 1.44, 0.04],
      [0, 1.46],
    ],
    cherry(),
  );
  spurtle.position.set(0.02, 0.12, -0.16);
  spurtle.rotation.set(-0.06, 0, 0.02);
  const blade = new T.Shape();
  blade.moveTo(-0.036, 0);
  blade.lineTo(0.036, 0);
  blade.bezierCurveTo(0.04, 0.1, 0.13, 0.14, 0.135, 0.26);
  blade.lineTo(0.135, 0.52);
  blade.lineTo(-0.02, 0.52);
  blade.bezierCurveTo(-0.1, 0.52, -0.135, 0.46, -0.135, 0.38);
  blade.lineTo(-0.135, 0.26);
  blade.bezierCurveTo(-0.13, 0.14, -0.04, 0.1, -0.036, 0);
  const flat = new T.ExtrudeGeometry(blade, {
    depth: 0.02,
    bevelEnabled: true,
    bevelSize: 0.015,
    bevelThickness: 0.015,
    bevelSegments: 4,
    curveSegments: 24,
  });
  const scraper = group(
    rod([0, 0, 0], [0, 1.08, 0], cherry(), [0.034, 0.034]),
    mesh(flat, cherry(), [0, 1.02, -0.01]),
  );
  scraper.position.set(0.13, 0.12, 0.12);
  scraper.rotation.set(0.05, -0.3, -0.24);
  return group(jar, spoon, spurtle, scraper);
}
