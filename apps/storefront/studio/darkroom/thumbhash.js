/**
 * The ThumbHash of a picture (about 25 bytes that a decoder turns back into a blurred one): mean, contrast and
 * the lowest waves of lightness, yellow-blue, red-green and, where it has holes, of its alpha.
 * `data` is RGBA with straight alpha, at most 100 pixels a side.
 */
export function thumbhash({ width, height, data }) {
  const mean = meanColour(data);
  const hasAlpha = mean.alpha < width * height;
  const planes = planesOf(data, mean);
  const longest = Math.max(width, height);
  const limit = hasAlpha ? 5 : 7;
  const lx = Math.max(1, Math.round((limit * width) / longest));
  const ly = Math.max(1, Math.round((limit * height) / longest));
  const waves = (plane, nx, ny) => wavesOf(plane, [width, height], [nx, ny]);
  const l = waves(planes.l, Math.max(3, lx), Math.max(3, ly));
  const p = waves(planes.p, 3, 3);
  const q = waves(planes.q, 3, 3);
  const a = hasAlpha ? waves(planes.a, 5, 5) : undefined;

  const wide = width > height;
  const colours =
    Math.round(63 * l.mean) |
    (Math.round(31.5 + 31.5 * p.mean) << 6) |
    (Math.round(31.5 + 31.5 * q.mean) << 12) |
    (Math.round(31 * l.scale) << 18) |
    (Number(hasAlpha) << 23);
  const shape =
    (wide ? ly : lx) |
    (Math.round(63 * p.scale) << 3) |
    (Math.round(63 * q.scale) << 9) |
    (Number(wide) << 15);
  const bytes = [colours & 255, (colours >> 8) & 255, colours >> 16, shape & 255, shape >> 8];
  if (a) bytes.push(Math.round(15 * a.mean) | (Math.round(15 * a.scale) << 4));
  const nibbles = [l, p, q, ...(a ? [a] : [])].flatMap(({ parts }) =>
    parts.map((part) => Math.round(15 * part)),
  );
  for (let i = 0; i < nibbles.length; i += 2) bytes.push(nibbles[i] | ((nibbles[i + 1] ?? 0) << 4));
  return btoa(String.fromCharCode(...bytes));
}

function meanColour(data) {
  const sum = { r: 0, g: 0, b: 0, alpha: 0 };
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] / 255;
    sum.r += (alpha / 255) * data[i];
    sum.g += (alpha / 255) * data[i + 1];
    sum.b += (alpha / 255) * data[i + 2];
    sum.alpha += alpha;
  }
  const weight = sum.alpha || 1;
  return { r: sum.r / weight, g: sum.g / weight, b: sum.b / weight, alpha: sum.alpha };
}

function planesOf(data, mean) {
  const planes = { l: [], p: [], q: [], a: [] };
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] / 255;
    const r = mean.r * (1 - alpha) + (alpha / 255) * data[i];
    const g = mean.g * (1 - alpha) + (alpha / 255) * data[i + 1];
    const b = mean.b * (1 - alpha) + (alpha / 255) * data[i + 2];
    planes.l.push((r + g + b) / 3);
    planes.p.push((r + g) / 2 - b);
    planes.q.push(r - g);
    planes.a.push(alpha);
  }
  return planes;
}

function wavesOf(plane, [width, height], [nx, ny]) {
  const parts = [];
  let mean = 0;
  let scale = 0;
  for (let cy = 0; cy < ny; cy++) {
    for (let cx = 0; cx * ny < nx * (ny - cy); cx++) {
      let sum = 0;
      for (let y = 0; y < height; y++) {
        const down = Math.cos((Math.PI / height) * cy * (y + 0.5));
        for (let x = 0; x < width; x++) {
          sum += plane[x + y * width] * Math.cos((Math.PI / width) * cx * (x + 0.5)) * down;
        }
      }
      sum /= width * height;
      if (cx === 0 && cy === 0) mean = sum;
      else {
        parts.push(sum);
        scale = Math.max(scale, Math.abs(sum));
      }
    }
  }
  return { mean, scale, parts: scale > 0 ? parts.map((part) => 0.5 + (0.5 / scale) * part) : parts };
}
