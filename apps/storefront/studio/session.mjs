import { develop } from './darkroom/develop.js';
import { pictures } from './pictures/all.js';
import { loadFonts } from './stage/fonts.js';
import { heroShot } from './stage/hero-shot.js';
import { openStudio } from './stage/light.js';
import { productShot } from './stage/product-shot.js';
import { things } from './things/all.js';

/** Takes the pictures it is ordered to take, one after the other, and hands each back as it is done. */
async function session() {
  const order = await (await fetch('/order')).json();
  await loadFonts();
  const studio = openStudio(document.getElementById('stage'));
  for (const key of order.keys) {
    try {
      await tell(`/picture/${key}`, await taken(studio, pictures[key], order));
    } catch (error) {
      await tell('/failed', { message: `${key}: ${error.message}` });
    }
  }
  await tell('/done', {});
}

async function taken(studio, { thing, made = {}, view, hero }, order) {
  const { picture, foot } = hero
    ? heroShot(studio, hero, order.exposure)
    : productShot(studio, things[thing](made), view, order.exposure);
  return { ...(await develop(picture, order)), foot };
}

function tell(path, what) {
  return fetch(path, { method: 'POST', body: JSON.stringify(what) });
}

session().catch(async (error) => {
  await tell('/failed', { message: error.stack });
  await tell('/done', {});
});
