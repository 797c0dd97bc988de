import * as T from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';

const TILE = 0.5;

/**
 * A line through `points` whose corners are cut round: `[x, y]` is a sharp corner, `[x, y, cut]` gives up that
 * much of both its sides to a curve.
 */
export function rounded(points) {
  const line = points.map(([x, y]) => new T.Vector2(x, y));
  const out = [];
  points.forEach(([, , cut = 0], i) => {
    const before = line[i - 1];
    const after = line[i + 1];
    if (cut === 0 || before === undefined || after === undefined) {
      out.push(line[i]);
      return;
    }
    const start = line[i].clone().lerp(before, Math.min(0.5, cut / line[i].distanceTo(before)));
    const end = line[i].clone().lerp(after, Math.min(0.5, cut / line[i].distanceTo(after)));
    out.push(...new T.QuadraticBezierCurve(start, line[i], end).getPoints(cut > 0.08 ? 20 : 7));
  });
  return out.filter((point, i) => i === 0 || point.distanceTo(out[i - 1]) > 1e-5);
}

/** A smooth curve through `points`, for bellies that have no corner at all. */
export function curved(points, steps = 90) {
  return new T.SplineCurve(points.map(([x, y]) => new T.Vector2(x, y))).getPoints(steps);
}

/** Turns a line about the upright axis; texture coordinates are in lengths, so that patterns keep their size. */
export function turned(line, material, segments = 128) {
  const points = line[0] instanceof T.Vector2 ? line : rounded(line);
  const geometry = new T.LatheGeometry(points, segments);
  const lengths = [0];
  for (let i = 1; i < points.length; i++) lengths.push(lengths[i - 1] + points[i].distanceTo(points[i - 1]));
  const widest = Math.max(...points.map((point) => point.x));
  const around = Math.max(1, Math.round((Math.PI * 2 * widest) / TILE));
  const uv = geometry.getAttribute('uv');
  for (let i = 0; i < uv.count; i++) {
    uv.setXY(i, uv.getX(i) * around, lengths[i % points.length] / TILE);
  }
  return new T.Mesh(geometry, material);
}

/** A mesh at a place, turned by three angles. */
export function mesh(geometry, material, at = [0, 0, 0], turn = [0, 0, 0]) {
  const made = new T.Mesh(geometry, material);
  made.position.set(...at);
  made.rotation.set(...turn);
  return made;
}

export function cylinder(top, bottom, height, material, at, turn) {
  return mesh(new T.CylinderGeometry(top, bottom, height, 72), material, at, turn);
}

/** A box whose edges are round. */
export function slab([width, height, depth], edge, material, at, turn) {
  return mesh(new RoundedBoxGeometry(width, height, depth, 8, edge), material, at, turn);
}

export function ball(radius, material, at, scale = [1, 1, 1]) {
  const made = mesh(new T.SphereGeometry(radius, 64, 48), material, at);
  made.scale.set(...scale);
  return made;
}

/** A ring lying flat unless it is turned; `arc` leaves it open. */
export function ring(radius, thick, material, at, turn = [Math.PI / 2, 0, 0], arc = Math.PI * 2) {
  return mesh(new T.TorusGeometry(radius, thick, 20, 120, arc), material, at, turn);
}

/** A tube along a smooth path; `radii` are spread evenly along it, one number for the same all the way. */
export function tube(path, radii, material, { closed = false, steps = 96, round = 24 } = {}) {
  const curve = new T.CatmullRomCurve3(
    path.map((point) => new T.Vector3(...point)),
    closed,
    'catmullrom',
    0.5,
  );
  const thick = [radii].flat();
  const geometry = new T.TubeGeometry(curve, steps, 1, round, closed);
  const place = geometry.getAttribute('position');
  const centre = new T.Vector3();
  const vertex = new T.Vector3();
  for (let i = 0; i < place.count; i++) {
    const t = Math.floor(i / (round + 1)) / steps;
    const step = t * (thick.length - 1);
    const low = Math.min(Math.floor(step), thick.length - 1);
    const high = Math.min(low + 1, thick.length - 1);
    curve.getPointAt(Math.min(t, 1), centre);
    vertex.fromBufferAttribute(place, i).sub(centre);
    vertex.multiplyScalar(thick[low] + (thick[high] - thick[low]) * (step - low)).add(centre);
    place.setXYZ(i, vertex.x, vertex.y, vertex.z);
  }
  return new T.Mesh(geometry, material);
}

/** A round stick from one point to another, as thick at its ends as it is told. */
export function rod(from, to, material, [start, end] = [0.03, 0.03]) {
  const a = new T.Vector3(...from);
  const b = new T.Vector3(...to);
  const made = new T.Mesh(new T.CylinderGeometry(end, start, a.distanceTo(b), 40), material);
  made.position.copy(a).add(b).multiplyScalar(0.5);
  made.quaternion.setFromUnitVectors(new T.Vector3(0, 1, 0), b.clone().sub(a).normalize());
  return made;
}

/** A flat shape lying on the ground, `height` thick, with soft edges; `outline` is x and z. */
export function plank(outline, height, material, { edge = 0.015, holes = [] } = {}) {
  const shape = outline instanceof T.Shape ? outline : new T.Shape(rounded(outline));
  shape.holes.push(...holes);
  const geometry = new T.ExtrudeGeometry(shape, {
    depth: Math.max(height - edge * 2, 0.001),
    bevelEnabled: edge > 0,
    bevelSize: edge,
    bevelOffset: -edge,
    bevelThickness: edge,
    bevelSegments: 4,
    curveSegments: 40,
  });
  geometry.translate(0, 0, edge);
  geometry.rotateX(-Math.PI / 2);
  return new T.Mesh(geometry, material);
}

/** The outline of a rectangle with round corners, about the middle. */
export function rectangle(width, depth, corner) {
  const [x, y] = [width / 2, depth / 2];
  const shape = new T.Shape();
  shape.moveTo(-x + corner, -y);
  shape.lineTo(x - corner, -y).absarc(x - corner, -y + corner, corner, -Math.PI / 2, 0);
  shape.lineTo(x, y - corner).absarc(x - corner, y - corner, corner, 0, Math.PI / 2);
  shape.lineTo(-x + corner, y).absarc(-x + corner, y - corner, corner, Math.PI / 2, Math.PI);
  shape.lineTo(-x, -y + corner).absarc(-x + corner, -y + corner, corner, Math.PI, Math.PI * 1.5);
  return shape;
}

/** A round hole for a plank. */
export function hole(x, y, radius) {
  const path = new T.Path();
  path.absarc(x, y, radius, 0, Math.PI * 2);
  return path;
}

/**
 * A skin over rings stacked upwards. A ring is a super-ellipse: half width, half depth, how boxy it is
 * (2 round, 6 nearly square) and where it lies.
 */
export function loft(rings, material, around = 96) {
  const spots = [];
  const uvs = [];
  const faces = [];
  rings.forEach(({ y, rx, rz, boxy = 2, x = 0, z = 0 }, row) => {
    for (let i = 0; i <= around; i++) {
      const angle = (i / around) * Math.PI * 2;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const scale = (Math.abs(c) ** boxy + Math.abs(s) ** boxy) ** (-1 / boxy);
      spots.push(x + c * scale * rx, y, z + s * scale * rz);
      uvs.push((i / around) * 12, row / 6);
      if (row > 0 && i > 0) {
        const here = row * (around + 1) + i;
        const below = here - around - 1;
        faces.push(below - 1, here - 1, below, below, here - 1, here);
      }
    }
  });
  return skin(spots, uvs, faces, material);
}

/** A sheet over a grid: `at(u, v)` with both from 0 to 1 gives the place. */
export function sheet(at, material, [across, along] = [64, 64], repeat = 8) {
  const spots = [];
  const uvs = [];
  const faces = [];
  for (let j = 0; j <= along; j++) {
    for (let i = 0; i <= across; i++) {
      spots.push(...at(i / across, j / along));
      uvs.push((i / across) * repeat, (j / along) * repeat);
      if (i > 0 && j > 0) {
        const here = j * (across + 1) + i;
        const below = here - across - 1;
        faces.push(below - 1, below, here - 1, below, here, here - 1);
      }
    }
  }
  return skin(spots, uvs, faces, material);
}

function skin(spots, uvs, faces, material) {
  const geometry = new T.BufferGeometry();
  geometry.setAttribute('position', new T.Float32BufferAttribute(spots, 3));
  geometry.setAttribute('uv', new T.Float32BufferAttribute(uvs, 2));
  geometry.setIndex(faces);
  geometry.computeVertexNormals();
  return new T.Mesh(geometry, material);
}

/** Moves every vertex by what `change(vertex)` does to it, and lights it anew. */
export function bent(made, change) {
  const place = made.geometry.getAttribute('position');
  const vertex = new T.Vector3();
  for (let i = 0; i < place.count; i++) {
    change(vertex.fromBufferAttribute(place, i));
    place.setXYZ(i, vertex.x, vertex.y, vertex.z);
  }
  made.geometry.computeVertexNormals();
  return made;
}

/** Paints a mesh by height: `shade(y)` multiplies its colour. */
export function shaded(made, shade) {
  const place = made.geometry.getAttribute('position');
  const tints = new Float32Array(place.count * 3);
  for (let i = 0; i < place.count; i++) tints.fill(shade(place.getY(i)), i * 3, i * 3 + 3);
  made.geometry.setAttribute('color', new T.BufferAttribute(tints, 3));
  made.material.vertexColors = true;
  return made;
}

export function group(...parts) {
  return new T.Group().add(...parts);
}

/** Puts a part in its place: where, turned how far about the upright axis, how large. */
export function placed(part, [x, y, z], turn = 0, size = 1) {
  part.position.set(x, y, z);
  part.rotation.y = turn;
  part.scale.setScalar(size);
  return part;
}
