const GEIST = '/node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2';

/** Loads the type that is printed on labels and cards; they must not be drawn before. */
export async function loadFonts() {
  const geist = new FontFace('Geist', `url(${GEIST})`, { weight: '100 900' });
  document.fonts.add(await geist.load());
}
