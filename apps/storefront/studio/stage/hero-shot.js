import * as T from 'three';
import { print } from '../darkroom/print.js';
import { things } from '../things/all.js';
import { meanOf, onDisc, throwShadows } from './light.js';
import { matte, wood } from './materials.js';
import { mesh, placed, slab } from './shapes.js';

const WALL = { day: '#d5d9d0', evening: '#2b4442' };
const UNDER = { day: '#c3c6ba', evening: '#1a2726' };

/** The bench of the house by day, or in the evening with its lamp lit; on a phone it is square and emptier. */
export function heroShot(studio, { evening, phone, width, height }, { samples = 16 } = {}) {
  const { scene, camera, key, sky, rim } = studio;
  const time = evening ? 'evening' : 'day';
  const wall = mesh(new T.PlaneGeometry(40, 24), matte(WALL[time]), [0, 6, -1.7]);
  const lamp = placed(
    things.tableLamp({ glaze: 'sea', lit: evening ? 2 : 0, bulb: false }),
    [phone ? -0.5 : 1.02, 0, -0.3],
    0,
    1.02,
  );
  const set = new T.Group().add(
    wall,
    slab([phone ? 9 : 16, 0.26, 2.1], 0.03, wood('oak', [3, 1]), [0, -0.13, 0]),
    mesh(new T.PlaneGeometry(40, 10), matte(UNDER[time]), [0, -5.26, 0.2]),
    lamp,
    ...beside(phone),
  );
  set.traverse((part) => {
    part.castShadow = part.isMesh === true;
    part.receiveShadow = true;
  });
  wall.castShadow = false;
  // Lit from inside, the shade would throw a shadow over the whole room.
  lamp.getObjectByName('shade').traverse((part) => {
    part.castShadow = !evening;
  });
  const bulb = glow('#ffb566', evening ? 9 : 0, lamp.position, [0, 1.75, 0]);
  bulb.castShadow = evening;
  bulb.shadow.mapSize.set(512, 512);
  bulb.shadow.bias = -0.003;
  bulb.shadow.radius = 5;
  const above = glow('#ffbd74', evening ? 3 : 0, lamp.position, [0, 2.5, -0.2]);
  scene.add(set, bulb, above);
  scene.environmentIntensity = evening ? 0.1 : 0.5;
  scene.background = new T.Color(WALL.day);
  rim.intensity = 0;

  camera.aspect = width / height;
  camera.fov = phone ? 21 : 22.6;
  camera.position.set(phone ? 0.2 : 0.62, 1.1, 9.2);
  camera.lookAt(phone ? 0.2 : 0.62, phone ? 0.98 : 1.16, 0);
  camera.updateProjectionMatrix();
  throwShadows(key, 7);
  throwShadows(sky, 7);
  key.color.set(evening ? '#9fc0d8' : '#fff0db');

  const home = bulb.position.clone();
  const picture = meanOf(studio, [width, height, samples], (n, count) => {
    const [x, z] = onDisc(n, count, 1.1);
    const [dx, dz] = onDisc((n * 7) % count, count, 4.5);
    key.position.set(-5.5 + x, 5.2, 4.4 + z);
    key.intensity = evening ? 0.15 : 1.95;
    sky.position.set(dx, 6, 2 + dz);
    sky.intensity = evening ? 0.04 : 0.37;
    bulb.position.copy(home).add(new T.Vector3(x, Math.sin(n * 4.1), z).multiplyScalar(0.11));
  });
  if (!evening) print(picture);
  scene.remove(set, bulb, above);
  scene.background = null;
  return { picture };
}

/** What stands next to the lamp; a phone has room for the teapot and one cup. */
function beside(phone) {
  const pot = things.teapot({ glaze: 'bone' });
  const cup = things.benchCup({ glaze: 'sea' });
  if (phone) return [placed(pot, [0.92, 0, 0.15], -0.35, 0.78), placed(cup, [0.3, 0, 0.5], 0, 0.6)];
  return [
    placed(pot, [2.4, 0, 0.15], -0.35, 0.78),
    placed(cup, [3.32, 0, 0.5], 0, 0.6),
    placed(things.benchCup({ glaze: 'clay' }), [3.72, 0, 0.1], 0, 0.6),
    placed(things.notebooks(), [-0.5, 0, 0.1], 1.15, 0.74),
    placed(things.vase({ glaze: 'clay' }), [4.12, 0, -0.55], 0.3, 0.8),
  ];
}

function glow(colour, strength, at, up) {
  const light = new T.PointLight(colour, strength, 14, 1.6);
  light.position.copy(at).add(new T.Vector3(...up));
  return light;
}
