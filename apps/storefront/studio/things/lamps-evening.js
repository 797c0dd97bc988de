import * as T from 'three';
import {
  bisque,
  brass,
  castIron,
  glaze,
  glowing,
  iron,
  matte,
  PIGMENTS,
  surface,
} from '../stage/materials.js';
import { ball, cylinder, group, placed, ring, rod, tube, turned } from '../stage/shapes.js';

export function lantern({ colour = 'ink' }) {
  const paint = matte(PIGMENTS[colour], { roughness: 0.62 });
  const handle = [
    [-0.455, 1.1, 0],
    [-0.52, 1.42, 0],
    [-0.34, 1.78, 0],
    [0, 1.9, 0],
    [0.34, 1.78, 0],
    [0.52, 1.42, 0],
    [0.455, 1.1, 0],
  ];
  const cap = turned(
    [
      [0.43, 1.1],
      [0.47, 1.1, 0.012],
      [0.47, 1.17, 0.02],
      [0.32, 1.34, 0.1],
      [0.16, 1.38, 0.02],
      [0.15, 1.43, 0.02],
      [0, 1.43],
    ],
    paint,
  );
  const slots = [1.2, 1.235].map((y) => ring(0.455 - (y - 1.17) * 0.86, 0.007, iron(), [0, y, 0]));
  return group(
    turned(
      [
        [0, 0],
        [0.48, 0, 0.015],
        [0.5, 0.04, 0.02],
        [0.47, 0.16, 0.02],
        [0.4, 0.165],
      ],
      paint,
    ),
    turned(
      [
        [0.4, 0.16],
        [0.425, 0.2, 0.03],
        [0.425, 1.06, 0.03],
        [0.4, 1.12],
      ],
      glowing('#f3e7cd', '#ffd9a0', 0.32),
    ),
    ring(0.428, 0.012, brass(), [0, 0.19, 0]),
    ring(0.428, 0.012, brass(), [0, 1.085, 0]),
    cap,
    ...slots,
    tube(handle, 0.021, brass()),
    ...[-1, 1].map((side) =>
      cylinder(0.045, 0.045, 0.05, brass(), [side * 0.465, 1.1, 0], [0, 0, Math.PI / 2]),
    ),
  );
}

export function readingLamp({ finish = 'ink' }) {
  const metal = () => (finish === 'brass' ? brass() : matte('#33403f', { roughness: 0.5 }));
  const head = group(
    turned(
      [
        [0.05, 0.34],
        [0.1, 0.33, 0.03],
        [0.14, 0.25, 0.05],
        [0.32, 0, 0.01],
        [0.31, 0],
        [0.13, 0.24, 0.05],
        [0.05, 0.3],
      ],
      metal(),
    ),
    turned(
      [
        [0, 0.42],
        [0.06, 0.42, 0.02],
        [0.065, 0.33],
        [0, 0.33],
      ],
      brass(),
    ),
    cylinder(0.1, 0.16, 0.04, glowing('#fff4de', '#ffdda6', 0.5), [0, 0.1, 0]),
  );
  head.position.set(0.6, 1.17, 0);
  head.rotation.z = -0.3;
  return group(
    turned(
      [
        [0, 0],
        [0.38, 0, 0.012],
        [0.38, 0.055, 0.025],
        [0.06, 0.085, 0.02],
        [0.045, 0.13],
      ],
      finish === 'brass' ? brass() : castIron(),
    ),
    cylinder(0.022, 0.022, 1.42, metal(), [0, 0.75, 0]),
    ball(0.055, brass(), [0, 1.46, 0]),
    rod([-0.46, 1.37, 0], [0.74, 1.58, 0], metal(), [0.017, 0.017]),
    rod([-0.56, 1.355, 0], [-0.36, 1.39, 0], brass(), [0.07, 0.07]),
    tube(
      [
        [0.72, 1.577, 0],
        [0.76, 1.585, 0],
        [0.75, 1.6, 0],
      ],
      0.017,
      metal(),
    ),
    rod([0.735, 1.58, 0], [0.62, 1.54, 0], brass(), [0.026, 0.026]),
    head,
  );
}

export function nightLight({ glaze: name = 'clay' }) {
  const coat = glaze(name === 'sea' ? '#648a81' : '#a5694c', { specks: 0.4 });
  const globe = ball(0.52, glowing('#f8ecd6', '#ffc987', 1.1), [0, 0.68, 0]);
  return group(
    turned(
      [
        [0, 0],
        [0.36, 0, 0.02],
        [0.4, 0.03, 0.02],
        [0.35, 0.22, 0.1],
        [0.4, 0.34, 0.02],
        [0.37, 0.34],
        [0.3, 0.25],
      ],
      coat,
    ),
    turned(
      [
        [0.34, 0.0],
        [0.395, 0.012],
        [0.398, 0.03],
      ],
      bisque(),
    ),
    globe,
    ring(0.385, 0.01, brass(), [0, 0.345, 0]),
  );
}

export function paperLamp() {
  const ribs = 17;
  const line = [];
  for (let i = 0; i <= ribs * 12; i++) {
    const t = i / (ribs * 12);
    const angle = (0.13 + t * 0.74) * Math.PI;
    const dent = 0.007 * Math.sin(Math.PI * ((i % 12) / 12));
    line.push(new T.Vector2(Math.sin(angle) * (0.82 - dent), 0.92 - Math.cos(angle) * 0.68));
  }
  const paper = surface({ color: '#f4ecda', roughness: 0.95, emissive: '#ffdcae', emissiveIntensity: 0.5 });
  const hoops = Array.from({ length: ribs + 1 }, (_, i) => line[i * 12]).map((point) =>
    ring(point.x + 0.002, 0.006, matte('#d9c7a2'), [0, point.y, 0]),
  );
  const feet = [0.4, 0.4 + (Math.PI * 2) / 3, 0.4 + (Math.PI * 4) / 3].map((angle) => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return tube(
      [
        [c * 0.3, 0.36, s * 0.3],
        [c * 0.4, 0.2, s * 0.4],
        [c * 0.47, 0, s * 0.47],
      ],
      0.017,
      iron(),
    );
  });
  return group(turned(line, paper), ...hoops, ...feet, ring(0.32, 0.016, iron(), [0, 0.3, 0]));
}

export function chamberstick() {
  const wax = surface({
    color: '#efe3c4',
    roughness: 0.5,
    sheen: 0.2,
    emissive: '#e8cf98',
    emissiveIntensity: 0.1,
  });
  return group(
    turned(
      [
        [0, 0],
        [0.5, 0, 0.03],
        [0.6, 0.05, 0.05],
        [0.68, 0.12, 0.01],
        [0.67, 0.13],
        [0.58, 0.07, 0.05],
        [0.48, 0.03, 0.04],
        [0.16, 0.03, 0.03],
        [0.14, 0.12, 0.03],
        [0.16, 0.3, 0.02],
        [0.2, 0.32, 0.008],
        [0.2, 0.335, 0.008],
        [0.12, 0.335],
        [0.12, 0.25],
      ],
      brass(),
    ),
    ring(0.14, 0.022, brass(), [0.78, 0.15, 0], [0, 0, 0]),
    turned(
      [
        [0, 0.25],
        [0.115, 0.25],
        [0.115, 0.93, 0.03],
        [0.085, 0.955, 0.02],
        [0.05, 0.925, 0.02],
        [0, 0.915],
      ],
      wax,
    ),
    tube(
      [
        [0, 0.9, 0],
        [0.005, 0.98, 0],
        [0.02, 1.02, 0.01],
      ],
      [0.011, 0.011, 0.008],
      matte('#2a2420'),
    ),
  );
}

function candle(height, lean) {
  const wax = surface({
    color: '#cf9a45',
    roughness: 0.46,
    sheen: 0.25,
    emissive: '#c98a2e',
    emissiveIntensity: 0.12,
  });
  const body = turned(
    [
      [0, 0],
      [0.29, 0, 0.015],
      [0.3, 0.03],
      [0.3, height - 0.02, 0.03],
      [0.26, height, 0.02],
      [0.2, height - 0.035, 0.05],
      [0, height - 0.05],
    ],
    wax,
  );
  return group(
    body,
    tube(
      [
        [0, height - 0.07, 0],
        [lean * 0.3, height + 0.03, 0],
        [lean, height + 0.08, 0.01],
      ],
      0.011,
      matte('#e8dcc4'),
    ),
  );
}

export function candles() {
  return group(
    placed(candle(1.42, 0.02), [-0.42, 0, -0.12]),
    placed(candle(1.02, -0.02), [0.36, 0, -0.3]),
    placed(candle(0.66, 0.015), [0.18, 0, 0.42]),
  );
}
