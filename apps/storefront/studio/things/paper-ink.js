import * as T from 'three';
import { label } from '../stage/labels.js';
import { glass, matte, steel, surface } from '../stage/materials.js';
import { ball, bent, group, mesh, placed, rod, tube, turned } from '../stage/shapes.js';

const LACQUERS = { ink: '#28302f', sea: '#557f76' };

/** Turned pieces of a pen lie along x. */
function lying(part) {
  part.rotation.z = -Math.PI / 2;
  return part;
}

export function pen({ colour = 'ink' }) {
  const coat = () =>
    surface({ color: LACQUERS[colour], roughness: 0.22, clearcoat: 0.9, clearcoatRoughness: 0.08 });
  const gold = () => surface({ color: '#c9a35e', metalness: 0.95, roughness: 0.25 });
  const barrel = lying(
    turned(
      [
        [0, -0.72],
        [0.06, -0.715, 0.03],
        [0.092, -0.62, 0.05],
        [0.108, -0.2, 0.1],
        [0.104, 0.3],
        [0.09, 0.31],
      ],
      coat(),
    ),
  );
  const grip = lying(
    turned(
      [
        [0.088, 0.31],
        [0.09, 0.33, 0.01],
        [0.07, 0.6, 0.05],
        [0.08, 0.64, 0.01],
        [0.055, 0.66],
      ],
      coat(),
    ),
  );
  const nib = new T.Shape();
  nib.moveTo(0, -0.062);
  nib.bezierCurveTo(0.1, -0.085, 0.16, -0.08, 0.2, -0.05);
  nib.lineTo(0.37, -0.006);
  nib.lineTo(0.37, 0.006);
  nib.lineTo(0.2, 0.05);
  nib.bezierCurveTo(0.16, 0.08, 0.1, 0.085, 0, 0.062);
  const blade = new T.ExtrudeGeometry(nib, {
    depth: 0.012,
    bevelEnabled: false,
    curveSegments: 20,
    steps: 1,
  });
  const metal = bent(mesh(blade, steel()), (vertex) => {
    vertex.z -= vertex.y * vertex.y * 9;
  });
  metal.position.set(0.62, 0.045, 0);
  metal.rotation.set(-Math.PI / 2, 0.06, 0);
  const feed = rod([0.6, 0.0, 0], [0.9, 0.01, 0], matte('#1e1f1f'), [0.045, 0.012]);
  const slit = rod([0.76, 0.06, 0], [0.95, 0.048, 0], matte('#2a2a2a'), [0.0035, 0.0035]);
  const body = placed(
    group(
      barrel,
      grip,
      lying(ringed(0.105, 0.3, gold())),
      metal,
      feed,
      slit,
      ball(0.011, matte('#2a2a2a'), [0.77, 0.062, 0]),
    ),
    [0, 0.112, 0],
  );
  const cap = group(
    lying(
      turned(
        [
          [0.118, -0.4],
          [0.122, -0.39, 0.006],
          [0.122, 0.1, 0.1],
          [0.1, 0.36, 0.05],
          [0.05, 0.4, 0.03],
          [0, 0.4],
        ],
        coat(),
      ),
    ),
    lying(
      turned(
        [
          [0.1, -0.4],
          [0.112, -0.4],
          [0.112, -0.1],
          [0, -0.1],
        ],
        matte('#1b1d1d'),
      ),
    ),
    lying(ringed(0.121, -0.36, gold())),
    tube(
      [
        [0.32, 0.1, 0],
        [0.28, 0.165, 0],
        [0.1, 0.172, 0],
        [-0.2, 0.14, 0],
        [-0.25, 0.13, 0],
      ],
      [0.026, 0.028, 0.024, 0.02, 0.026],
      gold(),
    ),
  );
  return group(placed(body, [0, 0, -0.22], 0.04), placed(cap, [0.14, 0.122, 0.24], -0.16));
}

function ringed(radius, at, material) {
  return turned(
    [
      [radius - 0.02, at - 0.02],
      [radius + 0.006, at - 0.02, 0.006],
      [radius + 0.006, at + 0.02, 0.006],
      [radius - 0.02, at + 0.02],
    ],
    material,
  );
}

const INKS = { ink: '#0b0e13', sea: '#123f3b', rust: '#5d2710' };

export function inkBottle({ colour = 'ink' }) {
  const fluid = surface({ color: INKS[colour], roughness: 0.12, clearcoat: 1, clearcoatRoughness: 0.04 });
  const shell = turned(
    [
      [0, 0],
      [0.56, 0, 0.03],
      [0.62, 0.05, 0.05],
      [0.62, 0.62, 0.16],
      [0.3, 0.8, 0.08],
      [0.27, 0.84, 0.02],
      [0.27, 0.92],
    ],
    glass(0.16),
  );
  shell.userData.shadow = false;
  shell.renderOrder = 2;
  const well = turned(
    [
      [0, 0.05],
      [0.3, 0.08, 0.08],
      [0.575, 0.2, 0.05],
      [0.585, 0.6, 0.15],
      [0.28, 0.755, 0.07],
      [0, 0.76],
    ],
    fluid,
  );
  const base = turned(
    [
      [0, 0.012],
      [0.54, 0.015, 0.03],
      [0.6, 0.06, 0.04],
      [0.6, 0.2],
      [0.3, 0.075],
      [0, 0.045],
    ],
    surface({ color: '#cdd8d4', roughness: 0.08, clearcoat: 1, transparent: true, opacity: 0.55 }),
  );
  const paper = matte('#ffffff', { map: label.ink(INKS[colour]) });
  const tag = mesh(new T.CylinderGeometry(0.628, 0.628, 0.36, 48, 1, true, -0.42, 0.84), paper, [0, 0.33, 0]);
  tag.rotation.y = 0.36;
  return group(
    well,
    base,
    shell,
    tag,
    turned(
      [
        [0.27, 0.86],
        [0.33, 0.86, 0.012],
        [0.335, 0.9, 0.01],
        [0.335, 1.12, 0.03],
        [0.3, 1.15, 0.02],
        [0, 1.15],
      ],
      matte('#22262a', { roughness: 0.45 }),
    ),
  );
}
