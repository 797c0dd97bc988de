/**
 * Lengths of texts as the original keeps them: in one byte, exact up to 40 tokens and coarser beyond. Scores depend
 * on it, so a length is rounded here the same way.
 */
const LARGEST = 2 ** 31 - 1;

/** Four significant bits and a shift, as one small number that keeps the order. */
function toFloat(length: number): number {
  const bits = 32 - Math.clz32(length);
  if (bits < 4) return length;
  const shift = bits - 4;
  return ((length >>> shift) & 0x07) | ((shift + 1) << 3);
}

function fromFloat(encoded: number): number {
  const bits = encoded & 0x07;
  const shift = (encoded >>> 3) - 1;
  return shift < 0 ? bits : (bits | 0x08) * 2 ** shift;
}

const exact = 255 - toFloat(LARGEST);

export const encodeLength = (length: number): number =>
  length < exact ? length : exact + toFloat(Math.min(length, LARGEST) - exact);

/** The length each byte stands for. */
export const decodedLengths: readonly number[] = Array.from({ length: 256 }, (_, encoded) =>
  encoded < exact ? encoded : exact + fromFloat(encoded - exact),
);
