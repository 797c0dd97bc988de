import * as T from 'three';
import { bisque, brass, glaze, matte, surface, wood } from '../stage/materials.js';
import { cylinder, group, hole, mesh, placed, plank, rectangle, turned } from '../stage/shapes.js';

export function boards() {
  const salt = group(
    turned(
      [
        [0, 0.05],
        [0.2, 0.05, 0.05],
        [0.33, 0.13, 0.08],
        [0.4, 0.29, 0.01],
        [0.415, 0.29, 0.008],
        [0.35, 0.1, 0.08],
        [0.22, 0.02, 0.02],
        [0, 0.02],
      ],
      glaze('#d9d1c0', { specks: 0.9 }),
    ),
    turned(
      [
        [0.17, 0],
        [0.2, 0, 0.01],
        [0.21, 0.03],
      ],
      bisque(),
    ),
    turned(
      [
        [0, 0.245],
        [0.12, 0.24, 0.08],
        [0.3, 0.19, 0.05],
        [0.365, 0.18],
      ],
      matte('#efeae0', { roughness: 0.98 }),
    ),
  );
  const oak = plank(rectangle(1.75, 1.08, 0.08), 0.1, wood('oak', [0.5, 0.9]), {
    edge: 0.022,
    holes: [hole(0.74, 0.4, 0.05)],
  });
  const walnut = plank(rectangle(1.2, 0.78, 0.07), 0.085, wood('walnut', [0.7, 1.1]), { edge: 0.02 });
  return group(oak, placed(walnut, [0.14, 0.1, -0.02], 0.16), placed(salt, [-0.4, 0.1, 0.14]));
}

/** The knife lies on its side: the blade is a wedge, thin towards its edge. */
export function knife() {
  const outline = new T.Shape();
  outline.moveTo(0, 0.19);
  outline.bezierCurveTo(-0.5, 0.2, -1.1, 0.16, -1.5, -0.06);
  outline.bezierCurveTo(-1.2, -0.2, -0.6, -0.245, 0, -0.235);
  outline.lineTo(0, 0.19);
  const steel = surface({ color: '#b4b8b8', metalness: 0.92, roughness: 0.32 });
  const blade = new T.ExtrudeGeometry(outline, {
    depth: 0.012,
    bevelEnabled: true,
    bevelSize: 0.035,
    bevelThickness: 0.014,
    bevelOffset: -0.035,
    bevelSegments: 2,
    curveSegments: 40,
  });
  const edge = new T.ExtrudeGeometry(outline, { depth: 0.004, bevelEnabled: false, curveSegments: 40 });
  const grip = new T.Shape();
  grip.moveTo(0, 0.19);
  grip.lineTo(0.1, 0.17);
  grip.bezierCurveTo(0.4, 0.14, 0.75, 0.16, 1.0, 0.13);
  grip.bezierCurveTo(1.1, 0.11, 1.12, -0.06, 1.04, -0.13);
  grip.bezierCurveTo(0.9, -0.13, 0.78, -0.04, 0.5, -0.04);
  grip.bezierCurveTo(0.3, -0.04, 0.16, -0.02, 0.1, -0.09);
  grip.lineTo(0, -0.1);
  grip.lineTo(0, 0.19);
  const half = {
    depth: 0.05,
    bevelEnabled: true,
    bevelSize: 0.04,
    bevelThickness: 0.04,
    bevelOffset: -0.04,
    bevelSegments: 6,
    curveSegments: 30,
  };
  const handle = new T.ExtrudeGeometry(grip, half);
  const flat = [-Math.PI / 2, 0, 0];
  const pins = [0.22, 0.55, 0.88].map((x) => cylinder(0.028, 0.028, 0.012, brass(), [x, 0.158, -0.045]));
  return group(
    mesh(blade, steel, [0, 0.075, 0], flat),
    mesh(edge, steel, [0, 0.08, 0], flat),
    mesh(handle, wood('oak', [0.5, 1]), [0, 0.058, 0], flat),
    ...pins,
  );
}
