import * as T from 'three';
import { print } from '../darkroom/print.js';
import { softenShadow } from '../darkroom/shadow.js';
import { meanOf, onDisc, throwShadows } from './light.js';
import { mesh } from './shapes.js';

const FILLS = 1.62;
const DISTANCE = 6.4;
/** How low the sky reaches, as the sine of the angle from above; lower would throw shadows out of the frame. */
const SKY = 0.86;

/**
 * One thing on a ground that is only its shadow. `view`: `angle` turns the thing, `elev` raises the camera,
 * `zoom` and `lift` come closer, `fill` makes it larger or smaller than the others in the frame, and `dusk`
 * below 1 turns the lamps down for things that shine.
 */
export function productShot(studio, thing, view = {}, { size = 640, samples = 20 } = {}) {
  const { scene, camera, key, sky, rim } = studio;
  const { angle = -0.42, elev = 0.5, zoom = 1, lift = 0, shift = 0, fill = 1, dusk = 1 } = view;
  const stand = new T.Group();
  const height = settle(stand, thing, { angle, fill });
  const ground = mesh(
    new T.PlaneGeometry(60, 60),
    new T.ShadowMaterial({ opacity: 0.3, color: '#1d1712' }),
    [0, 0, 0],
    [-Math.PI / 2, 0, 0],
  );
  ground.receiveShadow = true;
  scene.add(stand, ground);
  scene.environmentIntensity = 0.4 * dusk;
  rim.intensity = 0.7;
  key.color.set('#fff3e2');

  const middle = Math.min(height / 2, 0.8) + lift;
  camera.aspect = 1;
  camera.fov = 20 / zoom;
  camera.position.set(shift, middle + DISTANCE * Math.sin(elev * 0.55), DISTANCE * Math.cos(elev * 0.55));
  camera.lookAt(shift, middle - 0.02, 0);
  camera.updateProjectionMatrix();
  throwShadows(key, 2.4);
  throwShadows(sky, 2.4);

  const picture = meanOf(studio, [size, size, samples], (n, count) => {
    const [x, z] = onDisc(n, count, 1.05);
    key.position.set(-3 + x, 5, 2.8 + z);
    key.intensity = 2.5 * dusk;
    const [dx, dz] = onDisc((n * 7) % count, count, SKY);
    sky.position.set(dx, Math.sqrt(1 - dx * dx - dz * dz), dz).multiplyScalar(7);
    sky.intensity = 0.75 * dusk;
  });
  ground.visible = false;
  const bare = meanOf(studio, [size, size, 3], () => {});
  const foot = lowestRow(bare);
  print(picture);
  softenShadow(picture, bare);
  scene.remove(stand, ground);
  discard(stand);
  return { picture, foot };
}

/** Stands the thing in the middle of the floor, as large as all the others; returns its height. */
function settle(stand, thing, { angle, fill }) {
  thing.traverse((part) => {
    if (!part.isMesh) return;
    part.castShadow = part.userData.shadow !== false;
    part.receiveShadow = true;
  });
  thing.updateMatrixWorld(true);
  const box = new T.Box3().setFromObject(thing, true);
  const span = box.getSize(new T.Vector3());
  const centre = box.getCenter(new T.Vector3());
  const scale = (FILLS * fill) / Math.max(span.x * 1.02, span.y, span.z * 0.9);
  thing.position.sub(new T.Vector3(centre.x, box.min.y, centre.z));
  stand.add(thing);
  stand.scale.setScalar(scale);
  stand.rotation.y = angle;
  return span.y * scale;
}

/** How much of the picture lies below the thing, from 0 to 1: where a line it stands on has to go. */
function lowestRow(canvas) {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  for (let y = height - 1; y >= 0; y--) {
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4 + 3] > 40) return (height - 1 - y) / height;
    }
  }
  return 0;
}

function discard(stand) {
  stand.traverse((part) => {
    if (!part.isMesh) return;
    part.geometry.dispose();
    for (const material of [part.material].flat()) {
      material.map?.dispose();
      material.bumpMap?.dispose();
      material.dispose();
    }
  });
}
