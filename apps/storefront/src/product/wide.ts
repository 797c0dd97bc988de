const WIDE = '(width >= 47.5625rem)';

/** Whether there is room for the second picture, the swatches and bigger pages. */
export function isWide(): boolean {
  return matchMedia(WIDE).matches;
}
