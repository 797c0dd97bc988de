import { thumbhash } from './thumbhash.js';

const LARGEST = 25_000;

/**
 * The picture as files: whole and, if it is one of a thing, 320 wide, both WebP, with its thumbhash. A draft is one PNG.
 */
export async function develop(canvas, { draft = false } = {}) {
  if (draft) return { files: { '.png': await base64(await canvas.convertToBlob({ type: 'image/png' })) } };
  const files = { '.webp': await base64(await asSmallAsNeeded(canvas)) };
  if (canvas.width === 640) files['-320.webp'] = await base64(await asSmallAsNeeded(shrunk(canvas, 320)));
  const small = shrunk(canvas, 90);
  const pixels = small.getContext('2d').getImageData(0, 0, small.width, small.height);
  return { files, width: canvas.width, height: canvas.height, thumbhash: thumbhash(pixels) };
}

async function asSmallAsNeeded(canvas) {
  for (let quality = 0.92; quality > 0.3; quality -= 0.04) {
    const blob = await canvas.convertToBlob({ type: 'image/webp', quality });
    if (blob.size <= LARGEST) return blob;
  }
  throw new Error('The picture has too much detail for 25 kB; take the noise out of its materials.');
}

/** Halves before it scales, so that fine lines do not break up. */
function shrunk(canvas, width) {
  let from = canvas;
  while (from.width >= width * 2) from = drawn(from, Math.max(width, Math.round(from.width / 2)));
  return from.width === width ? from : drawn(from, width);
}

function drawn(from, width) {
  const to = new OffscreenCanvas(width, Math.round((from.height * width) / from.width));
  const context = to.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(from, 0, 0, to.width, to.height);
  return to;
}

async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
