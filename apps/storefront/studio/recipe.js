import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

function sources(folder) {
  return readdirSync(`${here}${folder}`)
    .sort()
    .map((file) => readFileSync(`${here}${folder}/${file}`, 'utf8'));
}

/** How a file is written does not change what it shows, so the darkroom's scales and files are left out. */
const stage = [...sources('stage'), readFileSync(`${here}darkroom/print.js`, 'utf8')].join('');
const things = sources('things');

const onTheBench = [...readFileSync(`${here}stage/hero-shot.js`, 'utf8').matchAll(/\bthings\.(\w+)\(/g)];

/** The file in which a thing is made, helpers and all. */
function codeOf(thing) {
  const code = things.find((file) => file.includes(`export function ${thing}(`));
  if (code === undefined) throw new Error(`There is no thing called ${thing} in studio/things.`);
  return code;
}

/** Code without its layout, so that a formatter does not call for new pictures. */
function bare(code) {
  return code.replace(/\s+/g, '').replace(/,(?=[\])}])/g, '');
}

/** A hash over all that a picture is made of: its order, its thing and the stage. Words do not count. */
export function recipeOf({ thing, made, view, hero }) {
  const order = JSON.stringify({ thing, made, view, hero });
  const shown = thing === undefined ? onTheBench.map(([, name]) => name) : [thing];
  const code = [...new Set(shown.map(codeOf))].join('');
  return createHash('sha256').update(order).update(bare(code)).update(bare(stage)).digest('hex').slice(0, 12);
}
