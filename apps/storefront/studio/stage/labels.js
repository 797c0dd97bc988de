import * as T from 'three';

const PAPER = '#efe8d9';
const INK = '#211f1a';

/** The two characters of the house, as the strokes of its wordmark. */
const HAN = new Path2D(
  'M424 12H470M432 21 438 33M462 21 456 33M447 12V70M520 3 514 13M503 14V44Q503 60 492 69M503 14H535V62Q535 68 526 68M516 21 521 32M516 49 521 60M417 42H477M487 42H549',
);

function printed(width, height, draw, ground = PAPER) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  context.fillStyle = INK;
  context.strokeStyle = INK;
  context.textAlign = 'center';
  draw(context);
  const texture = new T.CanvasTexture(canvas);
  texture.colorSpace = T.SRGBColorSpace;
  texture.anisotropy = 8;
  return texture;
}

/** Draws the name of the house with its middle at x and its top at y. */
function house(context, x, y, size) {
  context.save();
  context.translate(x - 483 * size, y);
  context.scale(size, size);
  context.lineWidth = 5.6;
  context.stroke(HAN);
  context.restore();
}

function text(context, words, [x, y], font) {
  context.font = font;
  context.fillText(words, x, y);
}

function tea() {
  return printed(2400, 600, (context) => {
    for (const x of [600, 1800]) {
      house(context, x, 96, 1.5);
      text(context, 'Slow Harbour', [x, 330], '500 76px Geist');
      text(context, 'oolong, rested a year', [x, 400], '400 42px Geist');
      context.fillRect(x - 190, 448, 380, 4);
      text(context, '100 g', [x, 520], '400 42px Geist');
    }
  });
}

function ink(colour) {
  return printed(900, 420, (context) => {
    house(context, 450, 46, 1.1);
    text(context, 'Low Water ink', [450, 220], '500 62px Geist');
    context.fillStyle = colour;
    context.fillRect(270, 268, 360, 42);
    context.fillStyle = INK;
    text(context, '50 ml', [450, 376], '400 42px Geist');
  });
}

/** January 2027, with the moon: the month begins on a Friday. */
function month() {
  return printed(
    1000,
    740,
    (context) => {
      text(context, 'January', [196, 130], '500 92px Geist');
      text(context, '2027', [868, 130], '400 60px Geist');
      context.fillRect(60, 176, 880, 3);
      for (let day = 1; day <= 31; day++) {
        const cell = day + 3;
        const [x, y] = [118 + (cell % 7) * 127, 262 + Math.floor(cell / 7) * 96];
        text(context, String(day), [x, y], '400 54px Geist');
        if (day !== 7 && day !== 22) continue;
        context.beginPath();
        context.arc(x + 44, y - 40, 10, 0, 7);
        context.lineWidth = 4;
        if (day === 7) context.fill();
        else context.stroke();
      }
    },
    '#f4efe4',
  );
}

function patch() {
  return printed(
    400,
    200,
    (context) => {
      context.strokeStyle = '#f0e9da';
      house(context, 200, 46, 1.5);
    },
    '#2c3433',
  );
}

/** What is printed on things. The fonts must be there first. */
export const label = { tea, ink, month, patch };
