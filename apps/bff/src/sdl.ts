import { readFileSync } from 'node:fs';

/** A committed SDL file of this package. From here it is one folder up, before and after the process is bundled. */
export const sdl = (file: 'schema.graphql' | 'ops.graphql'): string =>
  readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
