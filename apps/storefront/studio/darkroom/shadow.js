/** The part of the frame at each side in which a shadow fades out. */
const EDGE = 0.14;
const REACH = 7;
/** Alpha goes in steps that no eye sees but that more than halve the file. */
const STEP = 3;
/** The faintest haze, which would only show as an edge. */
const HAZE = 4;
const INK = [29, 23, 18];

/**
 * Smooths the shadow around a thing and lets it run out before the frame cuts it. The thing itself, which is
 * what `bare` shows, stays as it is. A smooth shadow of one colour is also a small file.
 */
export function softenShadow(picture, bare) {
  const { width, height } = picture;
  const context = picture.getContext('2d');
  const image = context.getImageData(0, 0, width, height);
  const thing = bare.getContext('2d').getImageData(0, 0, width, height).data;
  const open = around(thing, width);
  let shade = open.map((isOpen, i) => isOpen * image.data[i * 4 + 3]);
  for (let pass = 0; pass < 2; pass++) shade = blurred(blurred(shade, open, width, 1), open, width, width);
  for (let y = 0; y < height; y++) {
    const upright = ease(y / height) * ease(1 - (y + 1) / height);
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (open[i] === 0) continue;
      const alpha = Math.max(0, shade[i] - HAZE) * upright * ease(x / width) * ease(1 - (x + 1) / width);
      image.data.set([...INK, Math.round(alpha / STEP) * STEP], i * 4);
    }
  }
  context.putImageData(image, 0, 0);
}

/** 1 where there is nothing of the thing, not even a neighbour that its soft edge may touch. */
function around(thing, width) {
  const open = new Float32Array(thing.length / 4);
  const near = [0, -1, 1, -width, width];
  for (let i = 0; i < open.length; i++)
    open[i] = near.every((step) => !(thing[(i + step) * 4 + 3] > 0)) ? 1 : 0;
  return open;
}

function ease(t) {
  const part = Math.min(1, t / EDGE);
  return part * part * (3 - 2 * part);
}

/** The mean of the neighbours that are shadow too: in the row where `step` is 1, in the column where it is `width`. */
function blurred(shade, open, width, step) {
  const out = new Float32Array(shade.length);
  const along = step === 1 ? width : shade.length / width;
  for (let i = 0; i < shade.length; i++) {
    if (open[i] === 0) continue;
    const place = step === 1 ? i % width : Math.floor(i / width);
    let sum = 0;
    let count = 0;
    const from = Math.max(-REACH, -place);
    const to = Math.min(REACH, along - 1 - place);
    for (let k = from; k <= to; k++) {
      const j = i + k * step;
      sum += shade[j] * open[j];
      count += open[j];
    }
    out[i] = sum / count;
  }
  return out;
}
