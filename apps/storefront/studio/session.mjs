import { pictures } from './pictures/all.js';
import { develop } from './stage/develop.js';
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
    const { thing, made = {}, view, hero } = pictures[key];
    const { picture, foot } = hero
      ? heroShot(studio, hero, order.exposure)
      : productShot(studio, things[thing](made), view, order.exposure);
    await tell(`/picture/${key}`, { ...(await develop(picture, order)), foot });
  }
  await tell('/done', {});
}

function tell(path, what) {
  return fetch(path, { method: 'POST', body: JSON.stringify(what) });
}

session().catch((error) => tell('/failed', { message: error.stack }));
