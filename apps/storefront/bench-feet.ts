import { readFileSync } from 'node:fs';

/** What stands for each department on the front page's bench, in the order of the shop. */
const STANDING = {
  lamps: 'lamp-ink',
  tea: 'teapot',
  kitchen: 'pot',
  outdoors: 'pack',
  paper: 'books',
  home: 'vase',
} as const;

/** About where things stand in a picture whose foot has not been measured. */
const USUAL_FOOT = 0.15;

interface Measured {
  readonly foot?: number;
}

/** The objects of the bench with the share of empty air under each, so that all of them stand on one line. */
export function benchObjects(): Record<string, { picture: string; foot: number }> {
  const manifest = JSON.parse(
    readFileSync(new URL('src/pictures/manifest.json', import.meta.url), 'utf8'),
  ) as Record<string, Measured>;
  return Object.fromEntries(
    Object.entries(STANDING).map(([department, picture]) => [
      department,
      { picture, foot: manifest[picture]?.foot ?? USUAL_FOOT },
    ]),
  );
}
