import * as T from 'three';
import { label } from '../stage/labels.js';
import { brass, cloth, leather, matte, PIGMENTS } from '../stage/materials.js';
import { group, loft, mesh, placed, rod, slab, tube } from '../stage/shapes.js';

/** Rings of a bag: `width` and `depth` along its height, soft corners, a little fuller in the middle. */
function bag(rows, boxy, material) {
  const rings = [];
  rows.forEach((row, i) => {
    const next = rows[i + 1];
    rings.push({ ...row, boxy });
    if (next === undefined) return;
    for (let k = 1; k < 10; k++) {
      const t = k / 10;
      const ease = t * t * (3 - 2 * t);
      const mix = (a, b) => a + (b - a) * ease;
      rings.push({
        y: row.y + (next.y - row.y) * t,
        rx: mix(row.rx, next.rx),
        rz: mix(row.rz, next.rz),
        z: mix(row.z ?? 0, next.z ?? 0),
        boxy,
      });
    }
  });
  return loft(rings, material, 160);
}

function buckle([x, y, z], tilt) {
  const frame = tube(
    [
      [-0.07, -0.055, 0],
      [0.07, -0.055, 0],
      [0.07, 0.055, 0],
      [-0.07, 0.055, 0],
    ],
    0.015,
    brass(),
    { closed: true },
  );
  const prong = rod([0, -0.055, 0.008], [0, 0.06, 0.012], brass(), [0.009, 0.009]);
  const made = placed(group(frame, prong), [x, y, z]);
  made.rotation.x = tilt;
  return made;
}

/** A strap along a path in the plane of x; flat, as wide as told. */
function strap(x, path, width, material) {
  const curve = new T.CatmullRomCurve3(path.map(([y, z]) => new T.Vector3(0, y, z)));
  const points = curve.getPoints(50);
  const shape = new T.Shape();
  const out = points.map((point, i) => {
    const ahead = points[Math.min(i + 1, points.length - 1)]
      .clone()
      .sub(points[Math.max(i - 1, 0)])
      .normalize();
    return new T.Vector2(point.z + ahead.y * 0.014, point.y - ahead.z * 0.014);
  });
  const back = points.map((point) => new T.Vector2(point.z, point.y));
  shape.setFromPoints([...out, ...back.reverse()]);
  const geometry = new T.ExtrudeGeometry(shape, {
    depth: width,
    bevelEnabled: true,
    bevelSize: 0.006,
    bevelThickness: 0.006,
    bevelSegments: 2,
  });
  return mesh(geometry, material, [x + width / 2, 0, 0], [0, -Math.PI / 2, 0]);
}

export function pack({ colour = 'moss' }) {
  const tone = colour === 'moss' ? '#6a6848' : '#4c5b60';
  const canvas = () => cloth(tone, [3, 3], { bumpScale: 0.6 });
  const hide = leather('#7a4c2b');
  const body = bag(
    [
      { y: 0, rx: 0.44, rz: 0.2 },
      { y: 0.05, rx: 0.56, rz: 0.29 },
      { y: 0.5, rx: 0.6, rz: 0.34 },
      { y: 1.2, rx: 0.57, rz: 0.3 },
      { y: 1.5, rx: 0.5, rz: 0.24 },
      { y: 1.56, rx: 0.4, rz: 0.14 },
      { y: 1.57, rx: 0, rz: 0 },
    ],
    4.2,
    canvas(),
  );
  const pocket = placed(
    bag(
      [
        { y: 0.12, rx: 0.34, rz: 0.06 },
        { y: 0.17, rx: 0.42, rz: 0.14 },
        { y: 0.5, rx: 0.43, rz: 0.16 },
        { y: 0.66, rx: 0.42, rz: 0.12 },
        { y: 0.7, rx: 0.36, rz: 0.05 },
        { y: 0.705, rx: 0, rz: 0 },
      ],
      4,
      canvas(),
    ),
    [0, 0, 0.3],
  );
  const flap = placed(
    bag(
      [
        { y: 0.98, rx: 0.5, rz: 0.035, z: 0.365 },
        { y: 1.0, rx: 0.55, rz: 0.05, z: 0.36 },
        { y: 1.3, rx: 0.575, rz: 0.12, z: 0.26 },
        { y: 1.5, rx: 0.575, rz: 0.25, z: 0.1 },
        { y: 1.62, rx: 0.5, rz: 0.26, z: 0.0 },
        { y: 1.66, rx: 0.3, rz: 0.14, z: 0 },
        { y: 1.665, rx: 0, rz: 0 },
      ],
      4.4,
      canvas(),
    ),
    [0, 0, 0],
  );
  const straps = [-0.25, 0.25].map((x) =>
    group(
      strap(
        x,
        [
          [1.5, 0.345],
          [1.3, 0.39],
          [1.05, 0.42],
          [0.9, 0.435],
          [0.72, 0.465],
        ],
        0.085,
        hide,
      ),
      buckle([x, 0.9, 0.465], -0.12),
    ),
  );
  const tag = matte('#ffffff', { map: label.patch() });
  return group(
    body,
    pocket,
    flap,
    ...straps,
    tube(
      [
        [-0.13, 1.62, -0.12],
        [-0.12, 1.76, -0.14],
        [0, 1.83, -0.14],
        [0.12, 1.76, -0.14],
        [0.13, 1.62, -0.12],
      ],
      0.032,
      hide,
    ),
    tube(
      [
        [-0.4, 0.665, 0.415],
        [-0.2, 0.69, 0.43],
        [0.2, 0.69, 0.43],
        [0.4, 0.665, 0.415],
      ],
      0.011,
      hide,
    ),
    mesh(new T.BoxGeometry(0.2, 0.1, 0.006), tag, [0.22, 0.33, 0.463], [0.02, 0, 0]),
    ...[-1, 1].map((side) =>
      tube(
        [
          [side * 0.34, 1.5, -0.22],
          [side * 0.52, 1.2, -0.42],
          [side * 0.56, 0.7, -0.46],
          [side * 0.5, 0.2, -0.3],
        ],
        0.045,
        canvas(),
      ),
    ),
  );
}

export function rollBag({ colour = 'rust' }) {
  const tone = colour === 'slate' ? PIGMENTS.slate : '#81462a';
  const skin = () => matte(tone, { roughness: 0.5, clearcoat: 0.12 });
  const webbing = () => cloth('#25292a', [3, 8]);
  const body = bag(
    [
      { y: 0, rx: 0.44, rz: 0.44 },
      { y: 0.03, rx: 0.5, rz: 0.5 },
      { y: 0.5, rx: 0.53, rz: 0.52 },
      { y: 0.95, rx: 0.57, rz: 0.44 },
      { y: 1.28, rx: 0.68, rz: 0.16 },
      { y: 1.42, rx: 0.72, rz: 0.045 },
      { y: 1.46, rx: 0.72, rz: 0.04 },
    ],
    2.1,
    skin(),
  );
  crease(body);
  const roll = group(
    placed(lengthwise(0.085, 1.44, skin()), [0, 1.5, 0.06]),
    placed(lengthwise(0.07, 1.45, webbing()), [0, 1.6, 0.045]),
  );
  const clips = [-1, 1].map((side) =>
    group(
      tube(
        [
          [side * 0.7, 1.56, 0.05],
          [side * 0.76, 1.45, 0.05],
          [side * 0.68, 1.1, 0.05],
          [side * 0.57, 0.72, 0.05],
          [side * 0.53, 0.6, 0.05],
        ],
        0.022,
        webbing(),
      ),
      slab(
        [0.05, 0.2, 0.13],
        0.018,
        matte('#1f2223', { roughness: 0.5 }),
        [side * 0.63, 0.92, 0.05],
        [0, 0, side * -0.28],
      ),
    ),
  );
  const tag = matte('#ffffff', { map: label.patch() });
  const patch = mesh(new T.CylinderGeometry(0.534, 0.534, 0.17, 24, 1, true, -0.3, 0.6), tag, [0, 0.5, 0]);
  return group(body, roll, ...clips, patch);
}

/** A round bar lying along x. */
function lengthwise(radius, length, material) {
  return mesh(
    new T.CapsuleGeometry(radius, length - radius * 2, 12, 48),
    material,
    [0, 0, 0],
    [0, 0, Math.PI / 2],
  );
}

/** The folds that a full bag has below its closed mouth. */
function crease(made) {
  const place = made.geometry.getAttribute('position');
  for (let i = 0; i < place.count; i++) {
    const [x, y, z] = [place.getX(i), place.getY(i), place.getZ(i)];
    const near = Math.exp(-(((y - 1.05) / 0.24) ** 2));
    const fold = 0.03 * near * (Math.sin(x * 11 + y * 2) + 0.6 * Math.sin(x * 23 - y * 3)) * Math.sign(z);
    place.setZ(i, z + fold * Math.min(1, Math.abs(z) * 4));
  }
  made.geometry.computeVertexNormals();
}
