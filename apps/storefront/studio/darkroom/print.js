import { dice } from '../stage/textures.js';

const SATURATION = 1.02;
const CONTRAST = 0.42;
/** How far the grain of the film shifts a colour, in steps of 255, and how many pixels wide it is. */
const GRAIN = 2;
const CELL = 8;

/**
 * Makes the print: the film of the studio keeps highlights but greys everything, so colour and contrast are
 * brought back a little here. The grain is only in the colour, too faint to see; without it the coarse colour
 * of WebP would draw stripes over pale cloth.
 */
export function print(canvas) {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  const image = context.getImageData(0, 0, width, height);
  const { data } = image;
  const [warm, green] = [grain(width, height, 9), grain(width, height, 17)];
  for (let i = 0; i < data.length; i += 4) {
    const grey = 0.2126 * data[i] + 0.7152 * data[i + 1] + 0.0722 * data[i + 2];
    for (let k = i; k < i + 3; k++) {
      const tone = (grey + (data[k] - grey) * SATURATION) / 255;
      data[k] = 255 * (tone + (CONTRAST * Math.sin(2 * Math.PI * (tone - 0.5))) / (2 * Math.PI));
    }
    const [x, y] = [(i / 4) % width, Math.floor(i / 4 / width)];
    data[i] += warm(x, y);
    data[i + 1] -= warm(x, y) * 0.5 + green(x, y) * 0.2;
    data[i + 2] += green(x, y);
  }
  context.putImageData(image, 0, 0);
}

/** Smooth noise about nought. */
function grain(width, height, seed) {
  const roll = dice(seed);
  const across = Math.ceil(width / CELL) + 2;
  const knots = Array.from(
    { length: across * (Math.ceil(height / CELL) + 2) },
    () => (roll() * 2 - 1) * GRAIN,
  );
  return (x, y) => {
    const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
    const [right, down] = [x / CELL - column, y / CELL - row];
    const at = row * across + column;
    const upper = knots[at] * (1 - right) + knots[at + 1] * right;
    const lower = knots[at + across] * (1 - right) + knots[at + across + 1] * right;
    return upper * (1 - down) + lower * down;
  };
}
