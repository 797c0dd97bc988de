import * as T from 'three';

/** Numbers that look random and are the same every time. */
export function dice(seed) {
  let state = seed;
  return () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
}

/** A picture painted on a canvas, repeated; `colour` false for bumps and roughness. */
export function painted(width, height, paint, { colour = true, repeat = [1, 1] } = {}) {
  const canvas = new OffscreenCanvas(width, height);
  paint(canvas.getContext('2d'), width, height);
  const texture = new T.CanvasTexture(canvas);
  texture.colorSpace = colour ? T.SRGBColorSpace : T.NoColorSpace;
  texture.wrapS = T.RepeatWrapping;
  texture.wrapT = T.RepeatWrapping;
  texture.anisotropy = 8;
  texture.repeat.set(...repeat);
  return texture;
}

/** Calls `draw` nine times around the edges too, so that what it draws goes on where the tile ends. */
function tiled(context, width, height, draw) {
  for (const x of [-width, 0, width]) {
    for (const y of [-height, 0, height]) {
      context.save();
      context.translate(x, y);
      draw();
      context.restore();
    }
  }
}

/** Iron specks in a pale glaze. */
export function speckle(amount = 1) {
  return painted(512, 512, (context, width, height) => {
    const roll = dice(11);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    for (let i = 0; i < 260 * amount; i++) {
      const [x, y, size, dark] = [
        roll() * width,
        roll() * height,
        0.5 + roll() ** 4 * 2.6,
        0.1 + roll() * 0.38,
      ];
      tiled(context, width, height, () => {
        context.fillStyle = `rgba(92,66,44,${dark})`;
        context.beginPath();
        context.ellipse(x, y, size, size * (0.7 + (i % 4) * 0.1), i, 0, 7);
        context.fill();
      });
    }
  });
}

/** Grains of feldspar and mica. */
export function granite() {
  return painted(512, 512, (context, width, height) => {
    const roll = dice(23);
    context.fillStyle = '#fff';
    context.fillRect(0, 0, width, height);
    const tones = ['#6f7172', '#9b9c9a', '#4c4f52', '#d8d6d0', '#c9c6bf'];
    for (let i = 0; i < 2600; i++) {
      const [x, y, size] = [roll() * width, roll() * height, 3 + roll() * 7];
      context.globalAlpha = 0.25 + roll() * 0.6;
      context.fillStyle = tones[i % tones.length];
      context.fillRect(x, y, size, size * 0.8);
    }
  });
}

/** Long grain along x, with rings that swell and pores. */
export function grain(base, dark, repeat = [1, 1]) {
  return painted(
    1024,
    256,
    (context, width, height) => {
      const roll = dice(7);
      context.fillStyle = base;
      context.fillRect(0, 0, width, height);
      context.strokeStyle = dark;
      for (let i = 0; i < 150; i++) {
        const y = roll() * height;
        const swell = roll() * 16 - 8;
        context.globalAlpha = 0.04 + roll() * 0.1;
        context.lineWidth = 0.5 + roll() * 2.6;
        context.beginPath();
        context.moveTo(0, y);
        context.bezierCurveTo(width * 0.33, y + swell, width * 0.66, y - swell * 0.7, width, y);
        context.stroke();
      }
      context.fillStyle = dark;
      for (let i = 0; i < 900; i++) {
        context.globalAlpha = 0.06 + roll() * 0.14;
        context.fillRect(roll() * width, roll() * height, 4 + roll() * 22, 0.8);
      }
    },
    { repeat },
  );
}

/** Threads over and under each other, as heights. */
export function weave(repeat) {
  return painted(
    128,
    128,
    (context, width, height) => {
      const roll = dice(5);
      const threads = 8;
      const step = width / threads;
      for (let i = 0; i < threads; i++) {
        for (let j = 0; j < threads; j++) {
          const over = (i + j) % 2 === 0;
          const light = 120 + roll() * 60;
          const sweep = context.createLinearGradient(
            i * step,
            j * step,
            over ? (i + 1) * step : i * step,
            over ? j * step : (j + 1) * step,
          );
          sweep.addColorStop(0, `rgb(${light * 0.45} 0 0)`);
          sweep.addColorStop(0.5, `rgb(${light} 0 0)`);
          sweep.addColorStop(1, `rgb(${light * 0.45} 0 0)`);
          context.fillStyle = sweep;
          context.fillRect(i * step, j * step, step, step);
        }
      }
      context.globalAlpha = 0.2;
      context.fillStyle = '#000';
      for (let i = 0; i < height / 6; i++) context.fillRect(0, roll() * height, width, 1);
    },
    { colour: false, repeat },
  );
}

/** Fine lines along x: brushed steel, wound cane, knurled grips (with `cross`). */
export function lines(count, repeat, cross = false) {
  return painted(
    256,
    256,
    (context, width, height) => {
      const roll = dice(3);
      context.fillStyle = '#000';
      context.fillRect(0, 0, width, height);
      for (let i = 0; i < count; i++) {
        context.fillStyle = `rgba(255,255,255,${cross ? 0.5 : 0.3 + roll() * 0.5})`;
        context.fillRect(0, (i * height) / count, width, height / count / 2);
        if (cross) context.fillRect((i * width) / count, 0, width / count / 2, height);
      }
    },
    { colour: false, repeat },
  );
}

/** Cloudy heights, for hammered, cast and crumpled skins. */
export function clouds(size, seed = 31) {
  return painted(
    256,
    256,
    (context, width, height) => {
      const roll = dice(seed);
      context.fillStyle = '#808080';
      context.fillRect(0, 0, width, height);
      for (let i = 0; i < 22000 / size / size + 60; i++) {
        const [x, y, r] = [roll() * width, roll() * height, size * (0.6 + roll())];
        const up = roll() > 0.5;
        tiled(context, width, height, () => {
          const soft = context.createRadialGradient(x, y, 0, x, y, r);
          soft.addColorStop(0, up ? 'rgba(255,255,255,.16)' : 'rgba(0,0,0,.16)');
          soft.addColorStop(1, 'rgba(128,128,128,0)');
          context.fillStyle = soft;
          context.fillRect(x - r, y - r, r * 2, r * 2);
        });
      }
    },
    { colour: false },
  );
}
