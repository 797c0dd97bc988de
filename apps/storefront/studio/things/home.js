import * as T from 'three';
import { bisque, brass, cloth, matte, surface } from '../stage/materials.js';
import { bent, curved, group, mesh, rod, sheet, slab, tube, turned } from '../stage/shapes.js';

/** A pointed leaf along x, folded a little along its rib. */
function leaf([x, y, z], turn, size, tone) {
  const skin = sheet(
    (u, v) => {
      const across = (v - 0.5) * 0.42 * Math.sin(Math.PI * u ** 0.8);
      return [u, 0.16 * Math.sin(Math.PI * u * 0.8) + Math.abs(across) * 0.35, across];
    },
    surface({ color: tone, roughness: 0.75 }),
    [20, 8],
  );
  skin.position.set(x, y, z);
  skin.rotation.set(...turn);
  skin.scale.setScalar(size);
  return skin;
}

function branch() {
  const bark = matte('#6d5a3c');
  const stem = [
    [0, 1.0, 0],
    [0.03, 1.5, 0.01],
    [0.1, 1.85, 0.02],
    [0.26, 2.2, 0.03],
    [0.5, 2.56, 0],
  ];
  const twig = [
    [0.08, 1.76, 0.02],
    [-0.06, 2.0, 0.06],
    [-0.24, 2.2, 0.1],
  ];
  const second = [
    [0.22, 2.12, 0.03],
    [0.2, 2.36, -0.02],
    [0.14, 2.6, -0.06],
  ];
  const greens = ['#74886a', '#8a9a7c', '#66795c'];
  const places = [
    [[0.5, 2.56, 0], [0.1, 0.1, 0.9], 0.36],
    [[0.42, 2.46, 0], [0.9, 0.5, 0.2], 0.32],
    [[0.36, 2.36, 0.02], [-0.9, -0.6, 0.5], 0.34],
    [[0.3, 2.27, 0.03], [0.7, 2.6, 0.4], 0.3],
    [[0.14, 2.6, -0.06], [0, 1.6, 1.1], 0.34],
    [[0.17, 2.48, -0.04], [0.8, 2.8, 0.5], 0.3],
    [[0.2, 2.34, -0.02], [-0.8, 0.3, 0.5], 0.28],
    [[-0.24, 2.2, 0.1], [0.2, 2.9, -0.7], 0.34],
    [[-0.16, 2.12, 0.08], [0.9, 2.2, 0.7], 0.3],
    [[-0.08, 2.03, 0.06], [-0.7, 3.6, 0.3], 0.3],
    [[0.02, 1.9, 0.04], [0.8, 3.0, 0.5], 0.26],
    [[0.13, 1.94, 0.02], [-0.6, 0.1, 0.2], 0.28],
  ];
  return group(
    tube(stem, [0.022, 0.02, 0.016, 0.012, 0.006], bark),
    tube(twig, [0.014, 0.01, 0.005], bark),
    tube(second, [0.012, 0.009, 0.005], bark),
    ...places.map(([at, turn, size], i) => leaf(at, turn, size, greens[i % 3])),
  );
}

const VASES = { chalk: '#e6e0d2', clay: '#9a6347', ink: '#323c3c' };

export function vase({ glaze: name = 'chalk' }) {
  const skin = matte(VASES[name], { roughness: 0.82, map: bisque().map });
  const line = [
    ...curved(
      [
        [0.02, 0],
        [0.3, 0],
        [0.36, 0.03],
        [0.58, 0.42],
        [0.6, 0.7],
        [0.42, 1.08],
        [0.21, 1.3],
        [0.19, 1.44],
        [0.25, 1.54],
      ],
      110,
    ),
    ...curved(
      [
        [0.235, 1.55],
        [0.17, 1.44],
        [0.18, 1.3],
        [0.2, 1.1],
      ],
      20,
    ),
  ];
  return group(turned(line, skin), branch());
}

const WOOLS = { rust: ['#93522f', '#d3c2a2'], sea: ['#4d6b64', '#cfc4aa'], oat: ['#cdbb98', '#8d7a5c'] };

/** A blanket folded in half and in half again; its stripes show at the edge, and the fringe at the right. */
export function blanket({ colour = 'rust' }) {
  const [main, stripe] = WOOLS[colour];
  const [layers, thick, width] = [6, 0.13, 1.62];
  const path = [];
  for (let i = 0; i < layers; i++) {
    const y = thick * (i + 0.5);
    const right = i % 2 === 0;
    const reach = width / 2 - 0.02 * i - 0.02 * Math.sin(i * 2.1);
    const steps = 24;
    for (let k = 0; k <= steps; k++) {
      const t = right ? k / steps : 1 - k / steps;
      path.push(new T.Vector2(-reach + t * reach * 2, y + 0.012 * Math.sin(t * 7 + i)));
    }
    if (i === layers - 1) continue;
    for (let k = 1; k < 8; k++) {
      const angle = -Math.PI / 2 + (Math.PI * k) / 8;
      const side = right ? 1 : -1;
      path.push(
        new T.Vector2(
          side * (reach + Math.cos(angle) * thick * 0.5),
          y + thick / 2 + (Math.sin(angle) * thick) / 2,
        ),
      );
    }
  }
  const half = thick * 0.425;
  const sides = [1, -1].map((sign) =>
    path.map((point, i) => {
      const ahead = path[Math.min(i + 1, path.length - 1)]
        .clone()
        .sub(path[Math.max(i - 1, 0)])
        .normalize();
      return new T.Vector2(point.x - ahead.y * half * sign, point.y + ahead.x * half * sign);
    }),
  );
  const shape = new T.Shape([...sides[0], ...sides[1].reverse()]);
  const strip = (depth, z, tone) =>
    mesh(
      new T.ExtrudeGeometry(shape, {
        depth,
        bevelEnabled: true,
        bevelSize: 0.004,
        bevelThickness: 0.02,
        bevelSegments: 3,
      }),
      cloth(tone, [9, 9], { bumpScale: 1.8 }),
      [0, 0, z],
    );
  const fringe = Array.from({ length: 34 }, (_, i) => {
    const z = -0.54 + i * 0.033;
    const end = path[path.length - 1];
    return tube(
      [
        [end.x, end.y + 0.02, z],
        [end.x - 0.06, end.y - 0.02, z],
        [end.x - 0.085, end.y - 0.12, z + 0.01 * Math.sin(i * 3)],
        [end.x - 0.08, end.y - 0.22, z + 0.02 * Math.sin(i * 5)],
      ],
      [0.017, 0.015, 0.012],
      cloth(main, [2, 2]),
      { steps: 16, round: 8 },
    );
  });
  return group(
    strip(0.84, -0.28, main),
    strip(0.06, -0.36, stripe),
    strip(0.05, -0.43, main),
    strip(0.03, -0.48, stripe),
    strip(0.07, -0.57, main),
    ...fringe,
    slab([0.15, 0.012, 0.09], 0.004, matte('#efe7d6'), [0.55, layers * thick + 0.006, 0.46]),
  );
}

const LINENS = { oat: '#cdbc9b', sea: '#60817a', clay: '#9d6245' };

export function cushion({ colour = 'oat' }) {
  const linen = cloth(LINENS[colour], [1.6, 1.6], { bumpScale: 1.6 });
  const wave = (x, y) => 0.012 * Math.sin(x * 9 + Math.sin(y * 6)) * Math.sin(y * 8 + x * 3);
  const side = (front) =>
    sheet(
      (u, v) => {
        const [x, y] = [u * 2 - 1, v * 2 - 1];
        const [pullX, pullY] = [
          1 - 0.09 * (1 - y * y) ** 1 * Math.abs(x) ** 6,
          1 - 0.09 * (1 - x * x) * Math.abs(y) ** 6,
        ];
        const full = ((1 - x ** 4) * (1 - y ** 4)) ** 0.55;
        const pinch =
          wave(x, y) * (0.4 + 1.6 * Math.abs(x * y) ** 1.2) * (1 - Math.max(Math.abs(x), Math.abs(y)) ** 10);
        return [x * pullX, y * pullY, front * (0.36 * full + pinch + 0.012)];
      },
      linen,
      [96, 96],
      14,
    );
  const seam = [];
  for (let i = 0; i < 160; i++) {
    const t = (i / 160) * 4;
    const along = (t % 1) * 2 - 1;
    const [x, y] = [
      [along, -1],
      [1, along],
      [-along, 1],
      [-1, -along],
    ][Math.floor(t)];
    seam.push([
      x * (1 - 0.09 * (1 - y * y) * Math.abs(x) ** 6),
      y * (1 - 0.09 * (1 - x * x) * Math.abs(y) ** 6),
      0,
    ]);
  }
  const made = group(
    side(1),
    side(-1),
    tube(seam, 0.017, cloth(LINENS[colour], [2, 60]), { closed: true, steps: 420, round: 10 }),
  );
  made.rotation.x = -0.24;
  return group(made);
}

export function incenseDish() {
  const clay = surface({ color: '#4d5557', roughness: 0.9, bumpMap: bisque().bumpMap, bumpScale: 0.8 });
  const dish = turned(
    [
      [0, 0.06],
      [0.6, 0.06, 0.1],
      [0.86, 0.13, 0.08],
      [0.93, 0.22, 0.012],
      [0.955, 0.215, 0.012],
      [0.9, 0.1, 0.06],
      [0.6, 0.0, 0.06],
      [0, 0],
    ],
    clay,
  );
  const tip = [0.62, 1.28, 0];
  return group(
    bent(dish, (vertex) => {
      vertex.x *= 1 + 0.015 * Math.cos(2 * Math.atan2(vertex.z, vertex.x));
    }),
    turned(
      [
        [0, 0.06],
        [0.13, 0.06, 0.015],
        [0.13, 0.085, 0.012],
        [0.05, 0.1, 0.02],
        [0.045, 0.25, 0.012],
        [0, 0.25],
      ],
      brass(),
    ),
    rod([0, 0.22, 0], tip, matte('#7a5a3a'), [0.0125, 0.0125]),
    rod(tip, [0.665, 1.36, 0], matte('#b9b4aa'), [0.012, 0.007]),
    mesh(
      new T.CapsuleGeometry(0.01, 0.15, 4, 10),
      matte('#a8a49b'),
      [0.42, 0.075, 0.12],
      [Math.PI / 2, 0, 1.1],
    ),
  );
}
