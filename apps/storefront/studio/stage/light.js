import * as T from 'three';
import { RoomEnvironment } from 'three/addons/environments/RoomEnvironment.js';

const GOLDEN = 2.399963;

/**
 * The one room in which everything is photographed. The key light stands on the left and is as wide as a
 * window; a sky above it reaches everywhere that can see it, which is what grounds a thing; a faint rim from
 * behind parts dark things from dark grounds. Shadows are soft because a picture is the mean of many, each
 * with the lamps moved a little.
 */
export function openStudio(canvas) {
  const renderer = new T.WebGLRenderer({ canvas, preserveDrawingBuffer: true, alpha: true });
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = T.PCFShadowMap;
  renderer.toneMapping = T.AgXToneMapping;
  renderer.toneMappingExposure = 1.25;
  renderer.setClearColor(0, 0);

  const scene = new T.Scene();
  scene.environment = new T.PMREMGenerator(renderer).fromScene(new RoomEnvironment(), 0.06).texture;
  const camera = new T.PerspectiveCamera(20, 1, 0.1, 60);
  const key = lamp('#fff3e2', 1024);
  const sky = lamp('#f2f5ff', 512);
  const rim = new T.DirectionalLight('#ffffff', 0);
  rim.position.set(2.6, 3.2, -4.2);
  scene.add(key, key.target, sky, sky.target, rim);
  return { renderer, scene, camera, key, sky, rim };
}

function lamp(colour, resolution) {
  const light = new T.DirectionalLight(colour, 1);
  light.castShadow = true;
  light.shadow.mapSize.set(resolution, resolution);
  light.shadow.bias = -0.0004;
  light.shadow.normalBias = 0.018;
  light.shadow.radius = 3;
  return light;
}

/** How far from the middle the lamps still throw shadows. */
export function throwShadows(light, reach) {
  Object.assign(light.shadow.camera, {
    left: -reach,
    right: reach,
    top: reach,
    bottom: -reach,
    near: 0.1,
    far: 24,
  });
  light.shadow.camera.updateProjectionMatrix();
}

/** A spot on a disc: the n-th of `count` that fill it evenly. */
export function onDisc(n, count, radius) {
  const far = Math.sqrt((n + 0.5) / count) * radius;
  return [Math.cos(n * GOLDEN) * far, Math.sin(n * GOLDEN) * far];
}

/**
 * The mean of `samples` renderings. Before each, `move(n, samples)` may shift the lamps; the camera shakes by
 * less than a pixel, which smooths the edges. Returns a canvas with straight alpha.
 */
export function meanOf({ renderer, scene, camera }, [width, height, samples], move) {
  renderer.setSize(width, height, false);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const sum = new Float32Array(width * height * 4);
  for (let n = 0; n < samples; n++) {
    move(n, samples);
    camera.setViewOffset(width, height, ((n * 0.7548) % 1) - 0.5, ((n * 0.5698) % 1) - 0.5, width, height);
    renderer.render(scene, camera);
    context.clearRect(0, 0, width, height);
    context.drawImage(renderer.domElement, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    for (let i = 0; i < data.length; i += 4) {
      const alpha = data[i + 3];
      sum[i] += data[i] * alpha;
      sum[i + 1] += data[i + 1] * alpha;
      sum[i + 2] += data[i + 2] * alpha;
      sum[i + 3] += alpha;
    }
  }
  const mean = context.createImageData(width, height);
  for (let i = 0; i < sum.length; i += 4) {
    const alpha = sum[i + 3] || 1;
    mean.data[i] = sum[i] / alpha;
    mean.data[i + 1] = sum[i + 1] / alpha;
    mean.data[i + 2] = sum[i + 2] / alpha;
    mean.data[i + 3] = sum[i + 3] / samples;
  }
  context.putImageData(mean, 0, 0);
  camera.clearViewOffset();
  return canvas;
}
