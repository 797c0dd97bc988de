import { RawJson } from '../json.js';

/** A score as the original writes it: the shortest decimal that a single-precision number reads back. */
export function singlePrecision(value: number): RawJson {
  const single = Math.fround(value);
  for (let digits = 6; digits < 9; digits++) {
    const text = single.toPrecision(digits);
    if (Math.fround(Number(text)) === single) return new RawJson(String(Number(text)));
  }
  return new RawJson(String(Number(single.toPrecision(9))));
}
